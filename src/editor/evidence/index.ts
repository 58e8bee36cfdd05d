import { languages, workspace, type CodeActionProvider } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import type { AttachAnswers } from './attachEvidence.ts';
import { EvidenceProblems } from './evidenceProblems.ts';
import type { ProposalAnswers } from './acceptProposals.ts';
import { Proposals } from './proposals.ts';

/** What shows that a goal is reached: found by itself, attached by hand, and checked. */
export function register(outloud: OutLoud): Disposable {
  const proposals = new Proposals(outloud);
  const problems = new EvidenceProblems(outloud);
  const quickFixes: CodeActionProvider = {
    provideCodeActions: (document, _range, { diagnostics }) => problems.fixesOf(document, diagnostics),
  };
  const verbs = () => import('./acceptProposals.ts');
  for (const document of workspace.textDocuments) problems.readSoon(document);
  return together([
    problems,
    outloud.goalAdditions.offer(proposals),
    languages.registerCodeActionsProvider({ language: 'markdown', scheme: 'file' }, quickFixes),
    workspace.onDidOpenTextDocument(document => {
      problems.readSoon(document);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      problems.readSoon(document);
    }),
    workspace.onDidCloseTextDocument(document => {
      problems.forget(document);
    }),
    workspace.onDidGrantWorkspaceTrust(() => {
      problems.readAll();
    }),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('outloud.checks')) problems.readAll();
    }),
    outloud.notebooks.onChange(() => {
      problems.readAll();
    }),
    onRepositoryChange(() => {
      problems.readAll();
      proposals.lookAnew();
    }),
    outloud.command<AttachAnswers>('attachEvidence', async answers => {
      const { attachEvidence } = await import('./attachEvidence.ts');
      return attachEvidence(outloud, answers);
    }),
    outloud.command<ProposalAnswers>('acceptEvidence', async answers => (await verbs()).acceptOne(outloud, answers)),
    outloud.command<ProposalAnswers>('acceptAllEvidence', async answers => (await verbs()).acceptAll(outloud, answers)),
    outloud.command<ProposalAnswers>('refuseEvidence', async answers => {
      await (await verbs()).refuse(outloud, answers);
      proposals.lookAnew();
    }),
  ]);
}
