/** What Lin and Sam shared of the week before: with Ada's note the team's week. */
export function tellWeeks({ dayOf, week }) {
  const last = week(1);
  const number = Number(last.slice(-2));
  return {
    [`people/sam/weekly/${last}-sam.md`]: `---
type: weekly
week: ${last}
person: sam
---
# Week ${number} · Sam

The scheduler has a queue of its own. It is ugly, and it holds.

## Worked on

- **The scheduler keeps its jobs over a restart** · tools
- Reviewed: the p99 of every request (Ada)

## Learned

- [fsync the folder too](../learning/${dayOf(1, 2)}-fsync-the-folder-too.md)
- [shift moves every job](../learning/${dayOf(3, 3)}-shift-moves-every-job.md)

## Roadblocks

- [ ] Which clock do jobs go by when the server’s jumps? Both ways are written up. @ada @lin 📅 ${dayOf(0, 5)}
- [x] A machine to restart at will

## Feedback wanted

- Is the queue’s name any good?
`,
    [`people/lin/weekly/${last}-lin.md`]: `---
type: weekly
week: ${last}
person: lin
---
# Week ${number} · Lin

Two meetings less, and nobody missed them.

## Worked on

- The budget for courses, with finance
- The audit log · shop

## Roadblocks

- [ ] Who writes down how we deploy on Fridays? @sam
`,
  };
}
