/** What a new rule begins with: small, complete, and read without an error. */
export const EXAMPLE_RULE = `title: Names a competitor
match: phrase
severity: question
phrases:
  - gulfview [dermatology]
what: “{match}” names another practice.
why: We speak of what we do, not of others.
instead: Say what is good about us, and leave the neighbors out.
flag:
  - Better than Gulfview, and closer to you.
  - Gulfview Dermatology closes at five. We do not.
  - Why go to Gulfview?
pass:
  - The view of the gulf from our waiting room.
  - Dermatology with evening hours.
  - We are open until eight.
`;
