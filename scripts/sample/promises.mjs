/** What they promised each other: one of Lin that is over, one Ada kept and one she will. */
export function tellPromises({ dayOf, dayIn }) {
  return {
    'people/lin/promises.md': promises('Lin', [
      `- [ ] A budget for the database course · for @ada 📅 ${dayOf(1, 1)}`,
      `- [-] A second test machine · for @sam · declined ${dayOf(1, 3)}: the budget of this year is spent 📅 ${dayOf(0, 0)}`,
    ]),
    'people/ada/promises.md': promises('Ada', [
      `- [x] The p99 numbers for the review · for @lin 📅 ${dayOf(1, 4)} ✅ ${dayOf(1, 3)}`,
      `- [ ] The p99 of the write path · for @lin 📅 ${dayIn(5)}`,
    ]),
  };
}

function promises(name, lines) {
  return `---\ntype: promises\n---\n# Promises of ${name}\n\n${lines.join('\n')}\n`;
}
