/** The one table: every address of the desk. */
import * as z from "zod/mini";
import { createdKey, createdWebhook, delivery, key, newKey, newWebhook, webhook, webhookChange } from "./keys.ts";
import { acceptInvitation, desk, invitation, invitationPeek, invite, me, member, newInvitation, role, setUp } from "./people.ts";
import { calendar, calendarQuery, plan, today } from "./plan.ts";
import { askOverride, checked, content, decide, decideOverride, markOut, move, newPost, override, post, postQuery, postSummary, publication, save, saved, schedule, submit, verdict, version } from "./posts.ts";
import { channel, channelChange, channelInput, houseRule, houseRuleInput, houseRuleTried, houseRuleTry, newPractice, practice, practiceChange, provider, providerInput, NETWORK_IDS } from "./practices.ts";
import { appInput, beginSignIn, begunSignIn, chooseAccounts, connection, connectionsPage, finishedSignIn, finishSignIn, signInByForm } from "./connections.ts";
import { lookedMyself, publicationsOfPost, publicationView, silence, silenceState, tryAgain } from "./publishing.ts";
import { recordPage, recordQuery, verified } from "./record.ts";
import { route } from "./route.ts";
import { rule, stateSummary, stateView, topic } from "./rules.ts";
import { id, page, text } from "./text.ts";

const personId = () => text(64, 1);
const inPractice = z.object({ practice: id() });
const onPost = z.object({ practice: id(), post: id() });
const onPublication = z.object({ practice: id(), publication: id() });
const onChannel = z.object({ practice: id(), channel: id() });
const onNetwork = z.object({ practice: id(), network: z.enum(NETWORK_IDS) });

export const routes = {
  desk: {
    show: route({ method: "GET", path: "/api/desk", summary: "Whether the desk has been set up, and how one signs in", needs: "nobody", reply: desk }),
    setUp: route({ method: "POST", path: "/api/set-up", summary: "First run: the owner and the first practice", needs: "nobody", body: setUp, reply: me, status: 201, problems: ["already-set-up"] }),
  },
  me: {
    show: route({ method: "GET", path: "/api/me", summary: "Who is signed in, and their practices", needs: "signed-in", reply: me }),
  },
  invitations: {
    peek: route({ method: "GET", path: "/api/invitations/{token}", summary: "What an invitation is to", needs: "nobody", params: z.object({ token: text(200, 10) }), reply: invitationPeek, problems: ["invitation-over"] }),
    accept: route({ method: "POST", path: "/api/invitations/{token}", summary: "Join the practice", needs: "nobody", params: z.object({ token: text(200, 10) }), body: acceptInvitation, reply: me, problems: ["invitation-over"] }),
    list: route({ method: "GET", path: "/api/practices/{practice}/invitations", summary: "Invitations that are open", needs: "manage", params: inPractice, reply: z.array(invitation) }),
    create: route({ method: "POST", path: "/api/practices/{practice}/invitations", summary: "Invite someone", needs: "manage", params: inPractice, body: invite, reply: newInvitation, status: 201, problems: ["already-done"] }),
    revoke: route({ method: "DELETE", path: "/api/practices/{practice}/invitations/{invitation}", summary: "Withdraw an invitation", needs: "manage", params: z.object({ practice: id(), invitation: id() }) }),
  },
  members: {
    list: route({ method: "GET", path: "/api/practices/{practice}/members", summary: "Who works at this desk", needs: "see", params: inPractice, reply: z.array(member) }),
    change: route({ method: "PATCH", path: "/api/practices/{practice}/members/{person}", summary: "Give another role", needs: "own", params: z.object({ practice: id(), person: personId() }), body: z.object({ role: role() }), reply: member, problems: ["last-owner"] }),
    remove: route({ method: "DELETE", path: "/api/practices/{practice}/members/{person}", summary: "Take someone off the practice; their open approvals lapse", needs: "own", params: z.object({ practice: id(), person: personId() }), problems: ["last-owner"] }),
  },
  practices: {
    create: route({ method: "POST", path: "/api/practices", summary: "Open another practice, with oneself as owner", needs: "signed-in", body: newPractice, reply: practice, status: 201 }),
    show: route({ method: "GET", path: "/api/practices/{practice}", summary: "The practice", needs: "see", scope: "read", params: inPractice, reply: practice }),
    change: route({ method: "PATCH", path: "/api/practices/{practice}", summary: "Change what the practice says of itself", needs: "manage", params: inPractice, body: practiceChange, reply: practice, problems: ["changed-elsewhere"] }),
  },
  providers: {
    add: route({ method: "POST", path: "/api/practices/{practice}/providers", summary: "Add a licensed person", needs: "manage", params: inPractice, body: providerInput, reply: provider, status: 201 }),
    change: route({ method: "PUT", path: "/api/practices/{practice}/providers/{provider}", summary: "Change a licensed person", needs: "manage", params: z.object({ practice: id(), provider: id() }), body: providerInput, reply: provider }),
    remove: route({ method: "DELETE", path: "/api/practices/{practice}/providers/{provider}", summary: "Take a licensed person off the list", needs: "manage", params: z.object({ practice: id(), provider: id() }) }),
  },
  channels: {
    list: route({ method: "GET", path: "/api/practices/{practice}/channels", summary: "Where the practice speaks", needs: "see", scope: "read", params: inPractice, reply: z.array(channel) }),
    add: route({ method: "POST", path: "/api/practices/{practice}/channels", summary: "Add a channel", needs: "manage", params: inPractice, body: channelInput, reply: channel, status: 201 }),
    change: route({ method: "PATCH", path: "/api/practices/{practice}/channels/{channel}", summary: "Rename or pause a channel", needs: "manage", params: z.object({ practice: id(), channel: id() }), body: channelChange, reply: channel }),
    remove: route({ method: "DELETE", path: "/api/practices/{practice}/channels/{channel}", summary: "Remove a channel; what was to go there is held", needs: "manage", params: z.object({ practice: id(), channel: id() }) }),
  },
  connections: {
    list: route({ method: "GET", path: "/api/practices/{practice}/connections", summary: "How each channel is connected, what it may do today, and how to connect more", needs: "see", params: inPractice, reply: connectionsPage }),
    setApp: route({ method: "PUT", path: "/api/practices/{practice}/connections/{network}/app", summary: "The developer app that the practice registered with a network", needs: "own", params: onNetwork, body: appInput }),
    begin: route({ method: "POST", path: "/api/practices/{practice}/connections/{network}/begin", summary: "Begin to sign in at a network; answers with where to go", outside: true, needs: "manage", params: onNetwork, body: beginSignIn, reply: begunSignIn, problems: ["network-refused", "forbidden-address"] }),
    finish: route({ method: "POST", path: "/api/practices/{practice}/connections/finish", summary: "Come back from a network with its code", outside: true, needs: "manage", params: inPractice, body: finishSignIn, reply: finishedSignIn, problems: ["sign-in-over", "network-refused"] }),
    choose: route({ method: "POST", path: "/api/practices/{practice}/connections/choose", summary: "Which of the accounts to connect", needs: "manage", params: inPractice, body: chooseAccounts, reply: finishedSignIn, problems: ["sign-in-over"] }),
    signIn: route({ method: "POST", path: "/api/practices/{practice}/connections/{network}/sign-in", summary: "Sign in with a form, where a network has no other way", outside: true, needs: "manage", params: onNetwork, body: signInByForm, reply: connection, status: 201, problems: ["network-refused", "forbidden-address"] }),
    test: route({ method: "POST", path: "/api/practices/{practice}/channels/{channel}/test", summary: "Ask the network what the channel may do today", outside: true, needs: "write", params: onChannel, reply: connection, problems: ["network-refused"] }),
    disconnect: route({ method: "POST", path: "/api/practices/{practice}/channels/{channel}/disconnect", summary: "Forget how the channel signs in; it is then posted by hand", needs: "manage", params: onChannel, reply: connection }),
    reach: route({ method: "POST", path: "/api/practices/{practice}/connections/reach", summary: "Try whether networks can fetch pictures from this desk", outside: true, needs: "manage", params: inPractice, reply: connectionsPage }),
    beSilent: route({ method: "PUT", path: "/api/practices/{practice}/silence", summary: "Nothing goes out by itself until somebody says so", needs: "schedule", params: inPractice, body: silence, reply: silenceState }),
    speakAgain: route({ method: "DELETE", path: "/api/practices/{practice}/silence", summary: "Let posts go out again; what was missed asks for a new time", needs: "schedule", params: inPractice, reply: silenceState }),
  },
  houseRules: {
    list: route({ method: "GET", path: "/api/practices/{practice}/house-rules", summary: "The practice's own rules", needs: "see", params: inPractice, reply: z.array(houseRule) }),
    add: route({ method: "POST", path: "/api/practices/{practice}/house-rules", summary: "Add a rule", needs: "manage", params: inPractice, body: houseRuleInput, reply: houseRule, status: 201, problems: ["invalid-rule"] }),
    change: route({ method: "PUT", path: "/api/practices/{practice}/house-rules/{rule}", summary: "Change a rule", needs: "manage", params: z.object({ practice: id(), rule: id() }), body: houseRuleInput, reply: houseRule, problems: ["invalid-rule"] }),
    remove: route({ method: "DELETE", path: "/api/practices/{practice}/house-rules/{rule}", summary: "Remove a rule", needs: "manage", params: z.object({ practice: id(), rule: id() }) }),
    try: route({ method: "POST", path: "/api/practices/{practice}/house-rules/try", summary: "Try a rule on a sentence without keeping it", needs: "write", params: inPractice, body: houseRuleTry, reply: houseRuleTried, problems: ["invalid-rule"] }),
  },
  posts: {
    list: route({ method: "GET", path: "/api/practices/{practice}/posts", summary: "Posts, latest change first", needs: "see", scope: "read", params: inPractice, query: postQuery, reply: page(postSummary) }),
    create: route({ method: "POST", path: "/api/practices/{practice}/posts", summary: "Begin a post", needs: "write", scope: "write", params: inPractice, body: newPost, reply: post, status: 201 }),
    check: route({ method: "POST", path: "/api/practices/{practice}/check", summary: "Check a text as it stands, with the second reader; nothing is kept", needs: "write", scope: "write", params: inPractice, body: z.object({ content }), reply: checked, problems: ["not-checked"] }),
    show: route({ method: "GET", path: "/api/practices/{practice}/posts/{post}", summary: "A post with everything that happened to it", needs: "see", scope: "read", params: onPost, reply: post }),
    save: route({ method: "PUT", path: "/api/practices/{practice}/posts/{post}/draft", summary: "Autosave; any change voids approvals", needs: "write", scope: "write", params: onPost, body: save, reply: saved, problems: ["changed-elsewhere", "already-done", "slot-passed"] }),
    submit: route({ method: "POST", path: "/api/practices/{practice}/posts/{post}/versions", summary: "Make the draft a version, check it and ask for approval", needs: "write", scope: "write", params: onPost, body: submit, reply: post, status: 201, problems: ["changed-elsewhere", "already-done", "not-checked"] }),
    versions: route({ method: "GET", path: "/api/practices/{practice}/posts/{post}/versions", summary: "Every version, newest first", needs: "see", scope: "read", params: onPost, reply: z.array(version) }),
    recheck: route({ method: "POST", path: "/api/practices/{practice}/posts/{post}/verdicts", summary: "Check the current version again under the rules of now", needs: "write", scope: "write", params: onPost, reply: verdict, status: 201, problems: ["old-version", "not-checked"] }),
    decide: route({ method: "POST", path: "/api/practices/{practice}/posts/{post}/approvals", summary: "Approve a version or return it", needs: "approve", params: onPost, body: decide, reply: post, status: 201, problems: ["own-post", "old-version", "already-done", "not-checked", "rules-changed", "needs-review", "needs-reason"] }),
    askOverride: route({ method: "POST", path: "/api/practices/{practice}/posts/{post}/overrides", summary: "Ask a second person to override a stop, with a reason", needs: "schedule", params: onPost, body: askOverride, reply: override, status: 201, problems: ["old-version", "already-done"] }),
    decideOverride: route({ method: "POST", path: "/api/practices/{practice}/posts/{post}/overrides/{override}", summary: "Grant or refuse an override that someone else asked for", needs: "override", params: z.object({ practice: id(), post: id(), override: id() }), body: decideOverride, reply: override, problems: ["own-post", "old-version", "already-done"] }),
    schedule: route({ method: "POST", path: "/api/practices/{practice}/posts/{post}/schedule", summary: "Schedule a version on its channels", needs: "schedule", scope: "schedule", params: onPost, body: schedule, reply: post, status: 201, problems: ["old-version", "already-done", "slot-passed", "not-checked", "needs-review", "needs-reason", "needs-approval", "rules-changed"] }),
    move: route({ method: "POST", path: "/api/practices/{practice}/posts/{post}/move", summary: "Move it to another time; approvals stay", needs: "schedule", scope: "schedule", params: onPost, body: move, reply: post, problems: ["slot-passed", "already-done"] }),
    unschedule: route({ method: "POST", path: "/api/practices/{practice}/posts/{post}/unschedule", summary: "Take it off the calendar", needs: "schedule", scope: "schedule", params: onPost, reply: post, problems: ["already-done"] }),
    remove: route({ method: "DELETE", path: "/api/practices/{practice}/posts/{post}", summary: "Put a post in the bin; what was scheduled is taken off", needs: "write", scope: "write", params: onPost, problems: ["already-done"] }),
    restore: route({ method: "POST", path: "/api/practices/{practice}/posts/{post}/restore", summary: "Take a post out of the bin", needs: "write", scope: "write", params: onPost, reply: post }),
  },
  publications: {
    ofPost: route({ method: "GET", path: "/api/practices/{practice}/posts/{post}/publications", summary: "Where a post went, what was tried, and how it reads there", needs: "see", scope: "read", params: onPost, reply: publicationsOfPost }),
    readBack: route({ method: "POST", path: "/api/practices/{practice}/publications/{publication}/read-back", summary: "Read it on the network and compare it with what was approved", outside: true, needs: "write", params: onPublication, reply: publicationView, problems: ["network-refused", "already-done"] }),
    takeDown: route({ method: "POST", path: "/api/practices/{practice}/publications/{publication}/take-down", summary: "Take it down from the network, and look whether it is gone", outside: true, needs: "schedule", params: onPublication, reply: publicationView, problems: ["network-refused", "already-done"] }),
    takenDown: route({ method: "POST", path: "/api/practices/{practice}/publications/{publication}/taken-down", summary: "Say that somebody took it down by hand", needs: "schedule", params: onPublication, reply: publicationView, problems: ["already-done"] }),
    lookAgain: route({ method: "POST", path: "/api/practices/{practice}/publications/{publication}/look", summary: "Look on the network whether it went out", outside: true, needs: "schedule", params: onPublication, reply: publicationView, problems: ["network-refused", "already-done"] }),
    lookedMyself: route({ method: "POST", path: "/api/practices/{practice}/publications/{publication}/looked", summary: "Say whether it is there, after looking oneself", needs: "schedule", params: onPublication, body: lookedMyself, reply: publicationView, problems: ["already-done"] }),
    tryAgain: route({ method: "POST", path: "/api/practices/{practice}/publications/{publication}/again", summary: "Plan again what failed or was missed; the gate is asked first", needs: "schedule", scope: "schedule", params: onPublication, body: tryAgain, reply: publicationView, problems: ["already-done", "slot-passed", "old-version", "not-checked", "needs-review", "needs-reason", "needs-approval", "rules-changed"] }),
    markOut: route({ method: "POST", path: "/api/practices/{practice}/publications/{publication}/out", summary: "Say that a text was posted by hand, with its link; the gate is asked first", needs: "schedule", params: z.object({ practice: id(), publication: id() }), body: markOut, reply: publication, problems: ["already-done", "on-its-way", "old-version", "not-checked", "needs-review", "needs-reason", "needs-approval", "rules-changed"] }),
  },
  plan: {
    today: route({ method: "GET", path: "/api/practices/{practice}/today", summary: "What today asks for", needs: "see", scope: "read", params: inPractice, reply: today }),
    calendar: route({ method: "GET", path: "/api/practices/{practice}/calendar", summary: "Posts in a span of time", needs: "see", scope: "read", params: inPractice, query: calendarQuery, reply: calendar }),
    show: route({ method: "GET", path: "/api/practices/{practice}/plan", summary: "The week against its bounds", needs: "see", scope: "read", params: inPractice, reply: plan }),
    approvals: route({ method: "GET", path: "/api/practices/{practice}/approvals", summary: "What waits for a decision, and what was decided lately", needs: "see", params: inPractice, reply: z.object({ mine: z.array(post), others: z.array(postSummary), overrides: z.array(z.object({ post: postSummary, override })), decided: z.array(postSummary) }) }),
  },
  record: {
    list: route({ method: "GET", path: "/api/practices/{practice}/record", summary: "The record, newest first", needs: "see", scope: "record", params: inPractice, query: recordQuery, reply: recordPage }),
    verify: route({ method: "GET", path: "/api/practices/{practice}/record/verify", summary: "Walk the chain from the first entry", needs: "see", scope: "record", params: inPractice, reply: verified }),
    export: route({ method: "GET", path: "/api/practices/{practice}/record/export", summary: "The whole chain as JSON Lines, for `chaperone record verify`", needs: "see", scope: "record", params: inPractice, reply: z.string() }),
  },
  rules: {
    topics: route({ method: "GET", path: "/api/rules", summary: "Every topic with its rules", needs: "signed-in", scope: "read", reply: z.array(topic) }),
    show: route({ method: "GET", path: "/api/rules/{topic}/{rule}", summary: "A rule, its sources and its examples", needs: "signed-in", scope: "read", params: z.object({ topic: text(80, 1), rule: text(120, 1) }), reply: rule }),
    states: route({ method: "GET", path: "/api/states", summary: "All jurisdictions", needs: "nobody", reply: z.array(stateSummary) }),
    state: route({ method: "GET", path: "/api/states/{state}", summary: "What a state asks for", needs: "nobody", params: z.object({ state: text(2, 2) }), reply: stateView }),
  },
  keys: {
    list: route({ method: "GET", path: "/api/practices/{practice}/keys", summary: "API keys", needs: "manage", params: inPractice, reply: z.array(key) }),
    create: route({ method: "POST", path: "/api/practices/{practice}/keys", summary: "Make a key; its secret is shown once", needs: "own", params: inPractice, body: newKey, reply: createdKey, status: 201 }),
    revoke: route({ method: "DELETE", path: "/api/practices/{practice}/keys/{key}", summary: "Revoke a key at once", needs: "own", params: z.object({ practice: id(), key: id() }) }),
  },
  webhooks: {
    list: route({ method: "GET", path: "/api/practices/{practice}/webhooks", summary: "Webhooks", needs: "manage", params: inPractice, reply: z.array(webhook) }),
    create: route({ method: "POST", path: "/api/practices/{practice}/webhooks", summary: "Add a webhook; its signing secret is shown once", needs: "own", params: inPractice, body: newWebhook, reply: createdWebhook, status: 201, problems: ["forbidden-address"] }),
    change: route({ method: "PATCH", path: "/api/practices/{practice}/webhooks/{webhook}", summary: "Change a webhook", needs: "own", params: z.object({ practice: id(), webhook: id() }), body: webhookChange, reply: webhook, problems: ["forbidden-address"] }),
    remove: route({ method: "DELETE", path: "/api/practices/{practice}/webhooks/{webhook}", summary: "Remove a webhook", needs: "own", params: z.object({ practice: id(), webhook: id() }) }),
    deliveries: route({ method: "GET", path: "/api/practices/{practice}/webhooks/{webhook}/deliveries", summary: "The latest deliveries", needs: "manage", params: z.object({ practice: id(), webhook: id() }), reply: z.array(delivery) }),
    test: route({ method: "POST", path: "/api/practices/{practice}/webhooks/{webhook}/test", summary: "Send a test delivery", needs: "own", params: z.object({ practice: id(), webhook: id() }), reply: delivery, status: 201, problems: ["forbidden-address", "too-many-requests"] }),
  },
  demo: {
    load: route({ method: "POST", path: "/api/demo", summary: "Open the demo practice with oneself as owner", needs: "signed-in", reply: practice, status: 201, problems: ["already-done"] }),
    remove: route({ method: "DELETE", path: "/api/demo", summary: "Remove the demo practice and everything in it", needs: "signed-in" }),
  },
} as const;

export type Routes = typeof routes;
