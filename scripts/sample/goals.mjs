/** What the team wants and the goals of its people, as they are now. Path below `notes/` → text. */
export function tellGoals(weeks, commits) {
  return {
    [objective(weeks)]:
      `---\ntype: objective\nowner: lin\ndue: ${weeks.dayIn(40)}\n---\n# A checkout that nobody waits for\n\n99 of 100 requests within 300 ms, reads and writes.\n`,
    'people/ada/goals/checkout-under-200-ms.md': checkoutGoal(weeks, commits),
    'people/ada/goals/async-rust.md': rustGoal(weeks, 2),
    'people/sam/goals/flame-graphs-for-everyone.md': samsGoal(weeks),
  };
}

/** The goals as they were first written: one wanted more than it does now. */
export function tellWishes(weeks) {
  return { 'people/ada/goals/async-rust.md': rustGoal(weeks, 4).replace(/\[x\] (.*) ✅ .*/, '[ ] $1') };
}

function objective({ dayOf }) {
  const [year, month] = dayOf(2, 0).split('-');
  return `objectives/${year}-q${Math.ceil(Number(month) / 3)}-faster-checkout.md`;
}

function checkoutGoal(weeks, { profile }) {
  const { dayOf, dayIn } = weeks;
  return `---
type: goal
status: active
kind: okr
due: ${dayIn(26)}
objective: ${objective(weeks).slice('objectives/'.length, -'.md'.length)}
vision: the person others ask about slow systems
skill: postgres
from: 3
target: 4
allies:
  - sam
paths:
  - services/checkout/**
---
# Checkout under 200 ms

## Key results
- KR: p99 of reads 480 → 195 → 200 ms
- KR: p99 of writes 900 → 640 → 300 ms

## Steps
- [x] Find where the time goes ✅ ${dayOf(3, 4)}
- [x] One query for the cart ✅ ${dayOf(0, 0)}
- [ ] One round trip less on writes 📅 ${dayIn(10)}

## Evidence
- [A mean hides the slow ones](../learning/${dayOf(1, 1)}-a-mean-hides-the-slow-ones.md)
- says where the time of a checkout goes: [shop ${profile.slice(0, 7)}](https://github.forge.example/market/shop/commit/${profile})
`;
}

/** @param services how many shall run on it */
function rustGoal({ dayOf, dayIn }, services) {
  return `---
type: goal
status: active
kind: smart
due: ${dayIn(40)}
measure: the scheduler runs on Tokio in production
skill: rust
from: 2
target: 3
---
# Be the person others ask about async Rust

## Key results
- KR: services on the new scheduler 0 → 1 → ${services}

## Steps
- [x] Read the Tokio scheduler ✅ ${dayOf(2, 4)}
- [ ] Replace the hand-made queue 📅 ${dayIn(20)}
`;
}

function samsGoal({ dayIn, dayOf }) {
  return `---
type: goal
status: active
due: ${dayIn(30)}
allies:
  - ada
---
# Flame graphs for everyone

## Steps
- [ ] One command that draws them

## Said and did

- ${dayOf(1, 4)} · said: draw one for the checkout · did: drew it, nobody could read the colours
`;
}
