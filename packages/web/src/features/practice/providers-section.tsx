import type { Provider } from "@chaperone/contract";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { DateField } from "../../components/date-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TextField } from "../../components/field.tsx";
import { LinesField } from "../../components/lines-field.tsx";
import { Pill } from "../../components/pill.tsx";
import { ComboBox } from "../../components/select.tsx";
import { STATE_CHOICES } from "../../components/state-tiles.tsx";
import { EmptyState } from "../../components/states.tsx";
import { Row, Rows } from "../../components/table.tsx";
import { api } from "../../lib/api.ts";
import { date, dayOf } from "../../lib/dates.ts";
import { queryClient } from "../../lib/query.ts";
import { useHere, usePractice } from "../../lib/session.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { expiriesOf } from "./expiry.ts";
import { ReadOnly } from "./practice-form.tsx";

type Input = Omit<Provider, "id">;
const NOBODY: Input = { name: "", degree: "", licence: "", licenceState: null, licenceExpires: null, boards: [], specialties: [] };
const changed = (practice: string) => queryClient.invalidateQueries({ queryKey: ["practice", practice] });

export function ProvidersSection() {
  const { id: practice, may } = useHere(), { providers, timeZone } = usePractice(), [open, edit] = useState<Provider | "new" | null>(null);
  const remove = useMutation({ mutationFn: (provider: string) => api.providers.remove({ params: { practice, provider } }), onSuccess: () => changed(practice) });
  const today = dayOf(new Date(), timeZone), mayChange = may("manage");
  const add = <Button low icon={IconPlus} onPress={() => edit("new")}>Add a licensed person</Button>;
  return (
    <>
      {mayChange ? null : <ReadOnly />}
      <RefusalNotice error={remove.error} />
      {providers.length === 0 ? <EmptyState level={3} title="No licensed person yet" actions={mayChange ? add : null}>Without them the desk cannot know whether “board certified” is true, or which degree belongs behind a name.</EmptyState> : (
        <Rows label="Licensed people">
          {providers.map((provider) => (
            <Row key={provider.id} title={[provider.name, provider.degree].filter(Boolean).join(", ")} detail={<About provider={provider} today={today} />}
              actions={mayChange ? <><Button low kind="quiet" aria-label={`Change ${provider.name}`} onPress={() => edit(provider)}>Change</Button><Confirm label="Remove" of={provider.name} title={`Take ${provider.name} off the list?`} does="Take off" onConfirm={() => remove.mutate(provider.id)}>Posts that name this person are checked again, as about someone the desk does not know.</Confirm></> : null} />
          ))}
        </Rows>
      )}
      {providers.length > 0 && mayChange ? add : null}
      {open ? <ProviderDialog practice={practice} provider={open === "new" ? null : open} close={() => edit(null)} /> : null}
    </>
  );
}

function About({ provider, today }: { provider: Provider; today: string }) {
  const { licence, licenceState, boards } = provider;
  return (
    <>
      <div>{[licence, licenceState].filter(Boolean).join(", ") || "No license given"}{boards.length > 0 ? ` · ${boards.map(({ name }) => name).join(", ")}` : ""}</div>
      {expiriesOf(provider, today).map(({ what, day, isOver }) => <Pill key={what} kind={isOver ? "stop" : "question"} word={isOver ? "Ran out" : "Runs out"}>{what}, {date(day, "UTC")}</Pill>)}
    </>
  );
}

function ProviderDialog({ practice, provider, close }: { practice: string; provider: Provider | null; close: () => void }) {
  const [value, set] = useState<Input>(provider ?? NOBODY), change = (more: Partial<Input>) => set((before) => ({ ...before, ...more }));
  const save = useMutation({
    mutationFn: () => { const { name, degree, licence, licenceState, licenceExpires, boards, specialties } = value, body = { name, degree, licence, licenceState, licenceExpires, boards, specialties }; return provider ? api.providers.change({ params: { practice, provider: provider.id }, body }) : api.providers.add({ params: { practice }, body }); },
    onSuccess: () => { void changed(practice); close(); },
  });
  const board = (index: number, more: Partial<Input["boards"][number]>) => change({ boards: value.boards.map((one, at) => at === index ? { ...one, ...more } : one) });
  return (
    <Dialog isOpen wide title={provider ? provider.name : "A licensed person"} onOpenChange={(isOpen) => { if (!isOpen) close(); }} actions={() => <><Button kind="quiet" onPress={close}>Cancel</Button><Button kind="primary" type="submit" form="provider" isPending={save.isPending}>Save</Button></>}>
      <form id="provider" className="fields" onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <RefusalNotice error={save.error} />
        <div className="pair">
          <TextField label="Name" isRequired maxLength={120} value={value.name} onChange={(name) => change({ name })} autoFocus />
          <TextField label="Degree" help="MD, DO, DDS, NP, PA-C, RN" maxLength={60} value={value.degree} onChange={(degree) => change({ degree })} />
        </div>
        <TextField label="License, as it must be shown" help="Some states want its kind or number in every ad." maxLength={120} value={value.licence} onChange={(licence) => change({ licence })} />
        <div className="pair">
          <ComboBox label="State of the license" choices={STATE_CHOICES} chosen={value.licenceState} onChoose={(state) => change({ licenceState: state as Provider["licenceState"] })} />
          <DateField label="Runs out on" value={value.licenceExpires} onChange={(licenceExpires) => change({ licenceExpires })} />
        </div>
        <fieldset className="set">
          <legend>Board certifications</legend>
          {value.boards.map((one, index) => (
            <div key={index} className="set-row">
              <TextField label="Board, in full" isRequired maxLength={160} value={one.name} onChange={(name) => board(index, { name })} />
              <DateField label="Runs out on" value={one.expires} onChange={(expires) => board(index, { expires })} />
              <IconButton icon={IconTrash} label={`Remove ${one.name || "this board"}`} onPress={() => change({ boards: value.boards.filter((_, at) => at !== index) })} />
            </div>
          ))}
          <div><Button low icon={IconPlus} onPress={() => change({ boards: [...value.boards, { name: "", expires: null }] })}>Add a board</Button></div>
        </fieldset>
        <LinesField label="Specialties" help="One a line." lines={value.specialties} onChange={(specialties) => change({ specialties })} />
      </form>
    </Dialog>
  );
}
