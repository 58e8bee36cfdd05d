import { languages, workspace, type CodeActionProvider, type TextDocument } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import type { AttachAnswers } from './attachEvidence.ts';
import type { EvidenceProblems } from './evidenceProblems.ts';
import type { ProposalAnswers } from './acceptProposals.ts';
import { Proposals } from './proposals.ts';

/** What shows that a goal is reached: found by itself, attached by hand, and checked. */
export function register(outloud: OutLoud): Disposable {
  const proposals = new Proposals(outloud);
  let made: Promise<EvidenceProblems> | undefined;
  /** Nothing is loaded for documents that are no notes. */
  const read = (document: TextDocument) => {
    if (document.languageId !== 'markdown') return;
    made ??= import('./evidenceProblems.ts').then(({ EvidenceProblems: Problems }) => new Problems(outloud));
    void made.then(problems => {
      problems.readSoon(document);
    });
  };
  const readAll = () =>
    void made?.then(problems => {
      problems.readAll();
    });
  const quickFixes: CodeActionProvider = {
    provideCodeActions: async (document, _range, { diagnostics }) => (await made)?.fixesOf(document, diagnostics),
  };
  const verbs = () => import('./acceptProposals.ts');
  for (const document of workspace.textDocuments) read(document);
  return together([
    proposals,
    {
      dispose: () =>
        void made?.then(problems => {
          problems.dispose();
        }),
    },
    outloud.goalAdditions.offer(proposals),
    languages.registerCodeActionsProvider({ language: 'markdown', scheme: 'file' }, quickFixes),
    workspace.onDidOpenTextDocument(read),
    workspace.onDidChangeTextDocument(({ document }) => {
      read(document);
    }),
    workspace.onDidCloseTextDocument(
      document =>
        void made?.then(problems => {
          problems.forget(document);
        }),
    ),
    workspace.onDidGrantWorkspaceTrust(readAll),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('outloud.checks')) readAll();
    }),
    outloud.notebooks.onChange(readAll),
    onRepositoryChange(() => {
      readAll();
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
