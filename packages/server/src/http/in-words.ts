/** Gives zod its language: without one every schema says “Invalid input” and nothing else. The page does not need it. */
import { config } from "zod/mini";
import { en } from "zod/locales";

config(en());
