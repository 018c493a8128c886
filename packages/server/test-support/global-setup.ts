import { makeRun, removeRun } from "./cluster.ts";

/** Once for the whole test run; the cluster itself starts when the first suite asks for it. */
export default function setup(): () => void {
  const run = makeRun();
  process.env.CHAPERONE_TEST_RUN = run;
  return () => removeRun(run);
}
