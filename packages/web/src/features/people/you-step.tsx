import { TextField } from "../../components/field.tsx";
import { NewPassword } from "./new-password.tsx";

export interface You { name: string; email: string; password: string }

/** `children` asks for the practice, which is another's affair. */
export function YouStep({ value, onChange, children }: { value: You; onChange: (change: Partial<You>) => void; children: React.ReactNode }) {
  return (
    <>
      <h1>Who opens this desk?</h1>
      <p className="muted">You become its owner. The account lives on this machine and nowhere else.</p>
      <div className="fields">
        <TextField label="Your name" autoComplete="name" maxLength={120} value={value.name} onChange={(name) => onChange({ name })} isRequired autoFocus />
        <TextField label="E-mail" type="email" autoComplete="username" help="You sign in with it." value={value.email} onChange={(email) => onChange({ email })} isRequired />
        <NewPassword value={value.password} onChange={(password) => onChange({ password })} />
        {children}
      </div>
    </>
  );
}
