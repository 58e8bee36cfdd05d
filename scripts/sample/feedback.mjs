/** Feedback that was asked for and given, and a question of Sam's that still waits for Ada. */
export function tellFeedback({ dayOf, dayIn }, { queue, measured }) {
  const [asked, waiting] = [`${dayOf(1, 1)}-the-p99-of-every-request`, `${dayOf(1, 3)}-the-queue-on-disk`];
  return {
    [`people/ada/feedback/${asked}.md`]: `---
type: feedback-request
date: ${dayOf(1, 1)}
about: shop ${measured.slice(0, 10)}
to:
  - sam
kind: tests
---
# The p99 of every request

It runs on each request, so it must be cheap and right.

## What did you notice first?

## What would you ask me before you trust it?
`,
    [`people/sam/answers/${asked}-sam.md`]: `---
type: feedback-answer
request: ada/${asked}
from: sam
date: ${dayOf(1, 2)}
---
# The p99 of every request: Sam

## What did you notice first?
The test against a sorted list. Before it I did not trust the number, now I do.

## What would you ask me before you trust it?
What does it say of a night with ten requests?
`,
    [`people/sam/feedback/${waiting}.md`]: `---
type: feedback-request
date: ${dayOf(1, 3)}
about: shop ${queue.slice(0, 10)}
to:
  - ada
due: ${dayIn(4)}
kind: design
---
# The queue on disk

I would like to keep the scheduler’s queue on disk next.

## What did you notice first?

## What could be lost when the machine stops?
`,
  };
}
