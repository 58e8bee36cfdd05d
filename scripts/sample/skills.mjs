/** What the sample team says about itself: profiles, the skills it needs, and how each is judged. Path below `notes/` → text. */
export function tellSkills({ dayOf, dayIn }) {
  const assess = (of, by, date, lines) => ({
    [`people/${by}/assessments/${date}-${of}-${by}.md`]: assessment({ of, by, date, lines }),
  });
  return {
    'skills.md': skills,
    'resources.md': resources,
    'people/ada/ada.md': ada,
    'people/lin/lin.md': lin,
    'people/sam/sam.md': sam,
    ...assess('ada', 'ada', dayOf(26, 0), ['Postgres: 2 → 3', 'Rust: 1', 'Giving feedback: 3']),
    ...assess('ada', 'ada', dayOf(3, 1), [
      `Postgres: 3 → 4 by ${dayIn(180)} · reads a plan and knows what to change`,
      `Rust: 2 → 3 by ${dayIn(180)}`,
      'Measuring: 4 · the dashboard of the checkout',
      'Giving feedback: 3',
      'Leading a meeting: 2',
    ]),
    ...assess('ada', 'lin', dayOf(3, 3), [
      'Postgres: 3',
      'Measuring: 5 · everybody looks at her graphs now',
      'Giving feedback: 4',
    ]),
    ...assess('sam', 'sam', dayOf(4, 2), ['Postgres: 2', 'Rust: 4 · wrote the scheduler', 'Measuring: 3']),
    ...assess('sam', 'lin', dayOf(4, 3), ['Rust: 4', 'Leading a meeting: 2']),
    ...assess('lin', 'lin', dayOf(5, 0), ['Postgres: 4', 'Giving feedback: 4', 'Leading a meeting: 4']),
  };
}

const skills = `---
type: skills
---
# Skills of the checkout team

## Postgres

Hard · expected: engineer 3, lead 3

1. Writes a query with an example beside her
2. Knows why an index is not used
3. Reads a plan and knows what to change
4. Others ask her about slow queries
5. Changes how we keep our data

## Rust

Hard · expected: engineer 2

1. Follows a review with help
2. Mends a bug alone
3. Builds a service that others read with ease
4. Knows what the scheduler does, and why
5. Is asked from outside

## Measuring

Hard · expected: engineer 3, lead 2

1. Reads a dashboard
2. Adds a figure to it
3. Knows which figure lies
4. Finds where the time goes
5. Teaches the team what to look at

## Giving feedback

Soft · expected: engineer 3, lead 4

1. Says what she would have done
2. Says what she saw first
3. Asks before she advises
4. People come back for more
5. The team does it because of her

## Leading a meeting

Soft · expected: engineer 2, lead 4

1. Brings her own topics
2. Keeps the time
3. Everybody has spoken
4. It ends with decisions and names
5. It could go on without her

## Deploying

Hard · expected: engineer 3

1. Follows the guide
2. Rolls back alone
3. Mends the pipeline
4. Makes it faster and safer
5. Nobody thinks about it any more
`;

const resources = `---
type: resources
---
# Where we learn from

- [Designing Data-Intensive Applications](https://forge.example/library/ddia) · skill: postgres, measuring · budget: 40 € · verdict: worth it (ada)
- [The on-call guide](https://forge.example/team/on-call) · skill: deploying · method: self-study
- The reading group on Thursdays · skill: rust · method: group · verdict: come once before you decide (sam)
`;

const ada = `---
type: profile
role: engineer
purpose: I make slow things fast, and show how.
vision:
  - the person others ask about slow systems
offers:
  - measuring
---
# Ada

## Strengths

- Finds where the time goes: [Checkout under 200 ms](goals/checkout-under-200-ms.md)

## Needs

- A quiet morning before lunch
`;

const lin = `---
type: profile
role: lead
purpose: I clear the way.
offers:
  - postgres
  - leading a meeting
---
# Lin
`;

const sam = `---
type: profile
role: engineer
purpose: I draw what others only guess.
offers:
  - rust
---
# Sam
`;

function assessment({ of, by, date, lines }) {
  const name = handle => handle[0].toUpperCase() + handle.slice(1);
  const items = lines.map(line => `- ${line}`).join('\n');
  return `---\ntype: assessment\ndate: ${date}\nof: ${of}\nby: ${by}\n---\n# Skills of ${name(of)}, by ${name(by)}\n\n${items}\n`;
}
