import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Radios } from "../../components/choices.tsx";
import { TextField } from "../../components/field.tsx";

interface LookedFormProps { isActing: boolean; close: () => void; onLooked: (said: { isThere: boolean; url: string | null }) => void }

const CHOICES = [{ id: "there", label: "It is there" }, { id: "not", label: "It is not there", detail: "Then it can be given a new time." }] as const;

/** Somebody looked on the network themselves, where the desk cannot tell. */
export function LookedForm({ isActing, close, onLooked }: LookedFormProps) {
  const [found, find] = useState<"there" | "not" | null>(null), [url, write] = useState("");
  return (
    <form className="fields" onSubmit={(event) => { event.preventDefault(); if (found) onLooked({ isThere: found === "there", url: found === "there" ? url.trim() || null : null }); }}>
      <Radios label="What did you find?" choices={CHOICES} chosen={found} onChoose={find} />
      {found === "there" ? <TextField label="Link to the post" help="May stay empty." type="url" maxLength={2000} value={url} onChange={write} /> : null}
      <div className="row"><Button low type="submit" isDisabled={found === null || isActing}>Say so</Button><Button low kind="quiet" onPress={close}>Leave it</Button></div>
    </form>
  );
}
