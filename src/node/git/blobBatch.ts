/**
 * What `git cat-file --batch -z` answered, question by question: a file's bytes, or undefined where there is no such file.
 *
 * @param questions as they were asked, without the byte that ends each
 */
export function blobsOfBatch(answer: Buffer, questions: readonly Buffer[]): readonly (Buffer | undefined)[] {
  let at = 0;
  return questions.map(question => {
    const header = /^[0-9a-f]{40,64} (\w+) (\d+)\n/.exec(answer.toString('latin1', at, at + 120));
    const [line = '', kind = '', size = '0'] = header ?? [];
    const start = at + line.length;
    // A missing one is answered by the question itself.
    at = header ? start + Number(size) + 1 : at + question.length + ' missing\n'.length;
    return kind === 'blob' ? answer.subarray(start, start + Number(size)) : undefined;
  });
}

/** What is handed to it: NUL ends each question, so that a name may hold a line end. */
export function batchInput(questions: readonly Buffer[]): Buffer {
  return Buffer.concat(questions.flatMap(question => [question, Buffer.from([0])]));
}
