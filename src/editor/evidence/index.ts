import { languages, workspace, type CodeActionProvider, type TextDocument } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import { WhenUsed } from '../support/whenUsed.ts';
import type { ProposalAnswers } from './acceptProposals.ts';
import { Proposals } from './proposals.ts';

/** What shows that a goal is reached: found by itself, attached by hand, and checked. */
export function register(outloud: OutLoud): Disposable {
  const proposals = new Proposals(outloud);
  const problems = new WhenUsed(async () => new (await import('./evidenceProblems.ts')).EvidenceProblems(outloud));
  /** Nothing is loaded for documents that are no notes. */
  const read = (document: TextDocument) => {
    if (document.languageId === 'markdown')
      problems.use(it => {
        it.readSoon(document);
      });
  };
  const readAll = () => {
    problems.useMade(it => {
      it.readAll();
    });
  };
  const quickFixes: CodeActionProvider = {
    provideCodeActions: async (document, _range, { diagnostics }) =>
      (await problems.made)?.fixesOf(document, diagnostics),
  };
  for (const document of workspace.textDocuments) read(document);
  return together([
    proposals,
    problems,
    outloud.goalAdditions.offer(proposals),
    languages.registerCodeActionsProvider({ language: 'markdown', scheme: 'file' }, quickFixes),
    workspace.onDidOpenTextDocument(read),
    workspace.onDidChangeTextDocument(({ document }) => {
      read(document);
    }),
    workspace.onDidCloseTextDocument(document => {
      problems.useMade(it => {
        it.forget(document);
      });
    }),
    workspace.onDidGrantWorkspaceTrust(readAll),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('outloud.checks')) readAll();
    }),
    outloud.notebooks.onChange(readAll),
    onRepositoryChange(() => {
      readAll();
      proposals.lookAnew();
    }),
    outloud.commandsOf(() => import('./attachEvidence.ts'), ['attachEvidence']),
    outloud.commandsOf(() => import('./acceptProposals.ts'), ['acceptEvidence', 'acceptAllEvidence']),
    outloud.command<ProposalAnswers>('refuseEvidence', async answers => {
      await (await import('./acceptProposals.ts')).refuse(outloud, answers);
      proposals.lookAnew();
    }),
  ]);
}
