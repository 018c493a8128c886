/** Part of the build: keeps an empty embedded database beside the program, so that the first start need not make one. */
import { prepareEmptyDatabase } from "../database/template.ts";

await prepareEmptyDatabase();
