import type { Me as WhoIsHere } from "@chaperone/contract";
import { IconCheck, IconLogout, IconUser } from "@tabler/icons-react";
import { Icon } from "../../components/icon.tsx";
import type { MenuPart } from "../../components/menu.tsx";
import { Me } from "../../components/shell.tsx";
import { chooseScheme, type Scheme, useScheme } from "../../lib/scheme.ts";
import { type MyPractice, signOut } from "../../lib/session.ts";
import { toast } from "../../lib/toast.ts";
import "./room.css";

export const SCHEMES: readonly { id: Scheme; label: string }[] = [{ id: "light", label: "Light" }, { id: "dark", label: "Dark" }, { id: "system", label: "As the system" }];

export const leave = (): void => { signOut().catch(() => toast({ says: "The desk cannot be reached, so you are still signed in." })); };

export function MyMenu({ me, here, onKeys }: { me: WhoIsHere; here: MyPractice; onKeys: () => void }) {
  const chosen = useScheme();
  const sections: MenuPart[] = [
    { title: `${me.person.name}, ${here.role} at ${here.name}`, entries: [{ id: "account", label: "Your account", icon: IconUser, href: "/settings/account" }, { id: "keys", label: "Keys", lead: <kbd>?</kbd>, onAction: onKeys }] },
    { title: "Colors", entries: SCHEMES.map(({ id, label }) => ({ id: `scheme-${id}`, label, lead: <span className="chosen-mark">{id === chosen ? <Icon of={IconCheck} /> : null}</span>, onAction: () => chooseScheme(id) })) },
    { entries: [{ id: "sign-out", label: "Sign out", icon: IconLogout, onAction: leave }] },
  ];
  return <Me name={me.person.name} role={here.role} sections={sections} />;
}
