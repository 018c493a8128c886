/** Two people at the same moment. On the embedded database they take turns; on PostgreSQL they really meet. */
import { routes } from "@chaperone/contract";
import { expect, test } from "vitest";
import { aContent, aDesk, type APractice, aPractice, inHours } from "../../test-support/a-practice.ts";
import { refusedAs } from "../../test-support/at-a-desk.ts";
import { describeOnEach } from "../../test-support/on-each.ts";
import { members } from "../people/members.ts";
import { publications } from "../publishing/routes.ts";
import { posts } from "./routes.ts";

const ROUNDS = 4;

describeOnEach("Two at once", (open) => {
  const submitted = async ({ ask, channel }: APractice, text: string) => {
    const { id, revision } = await ask("editor", routes.posts.create, posts.create, { body: { title: "", content: aContent(text, { channels: [channel] }), plannedFor: inHours(48) } });
    return ask("editor", routes.posts.submit, posts.submit, { params: { post: id }, body: { revision, askOf: null } });
  };

  test("somebody approves while they are removed: nothing goes on the calendar by their word alone", async () => {
    const desk = await aDesk(await open());
    for (let round = 0; round < ROUNDS; round++) {
      const practice = await aPractice(desk), { ask, people } = practice, post = await submitted(practice, "Our rooms are open on Saturdays.");
      await Promise.all([
        refusedAs(ask("compliance", routes.posts.decide, posts.decide, { params: { post: post.id }, body: { version: post.version!, decision: "approved", note: "" } })),
        ask("owner", routes.members.remove, members.remove, { params: { person: people.compliance.id } }),
      ]);
      expect(await ask("owner", routes.posts.show, posts.show, { params: { post: post.id } })).toMatchObject({ state: "waiting", approvedBy: [] });
    }
  });

  test("somebody edits while another approves: the edited words are on no calendar", async () => {
    const desk = await aDesk(await open()), practice = await aPractice(desk), { ask } = practice;
    for (let round = 0; round < ROUNDS; round++) {
      const { id, version, revision, content, plannedFor } = await submitted(practice, "Our rooms are open on Saturdays."), params = { post: id };
      await Promise.all([
        refusedAs(ask("owner", routes.posts.decide, posts.decide, { params, body: { version: version!, decision: "approved", note: "" } })),
        ask("editor", routes.posts.save, posts.save, { params, body: { revision, title: "", plannedFor, content: { ...content, text: "Closed on Saturdays." } } }),
      ]);
      const { state, publications: planned } = await ask("owner", routes.posts.show, posts.show, { params });
      expect(["draft", "held"]).toContain(state);
      expect(planned.map((one) => one.state)).not.toContain("scheduled");
    }
  });

  test("two mark the same text out: it is out once", async () => {
    const desk = await aDesk(await open()), practice = await aPractice(desk), { ask } = practice;
    for (let round = 0; round < ROUNDS; round++) {
      const { id, version } = await submitted(practice, "Our rooms are open on Saturdays.");
      const { publications: [planned] } = await ask("owner", routes.posts.decide, posts.decide, { params: { post: id }, body: { version: version!, decision: "approved", note: "" } });
      const mark = () => refusedAs(ask("editor", routes.publications.markOut, publications.markOut, { params: { publication: planned!.id }, body: { url: null } }));
      expect((await Promise.all([mark(), mark()])).sort()).toEqual(["already-done", "done"]);
    }
  });
});
