import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";

/** Posted by hand: with the link, so that others find it. The gate is asked again at that moment. */
export function LinkForm({ isActing, close, onOut }: { isActing: boolean; close: () => void; onOut: (url: string | null) => void }) {
  const [url, write] = useState("");
  return (
    <form className="fields" onSubmit={(event) => { event.preventDefault(); onOut(url.trim() || null); }}>
      <TextField label="Link to the post" help="May stay empty." type="url" maxLength={2000} value={url} onChange={write} autoFocus />
      <div className="row"><Button low type="submit" isDisabled={isActing}>It is out</Button><Button low kind="quiet" onPress={close}>Leave it</Button></div>
    </form>
  );
}
