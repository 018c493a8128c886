import { useLinkProps } from "./link.tsx";
import "./state-tiles.css";

/** The country as tiles, each state about where it lies. */
const MAP = [
  "-- -- -- -- -- -- -- -- -- -- ME",
  "-- -- -- -- -- -- -- -- -- VT NH",
  "WA ID MT ND MN IL WI MI NY RI MA",
  "OR NV WY SD IA IN OH PA NJ CT --",
  "CA UT CO NE MO KY WV VA MD DE --",
  "-- AZ NM KS AR TN NC SC DC -- --",
  "AK -- -- OK LA MS AL GA -- -- --",
  "HI -- -- TX -- -- -- -- FL -- PR",
].flatMap((line, row) => line.split(" ").map((code, column) => ({ code, area: `${row + 1} / ${column + 1}` }))).filter(({ code }) => code !== "--");

export const STATE_NAMES: Record<string, string> = {
  AL: "Alabama", AK: "Alaska", AZ: "Arizona", AR: "Arkansas", CA: "California", CO: "Colorado", CT: "Connecticut", DE: "Delaware", DC: "District of Columbia", FL: "Florida", GA: "Georgia",
  HI: "Hawaii", ID: "Idaho", IL: "Illinois", IN: "Indiana", IA: "Iowa", KS: "Kansas", KY: "Kentucky", LA: "Louisiana", ME: "Maine", MD: "Maryland", MA: "Massachusetts", MI: "Michigan",
  MN: "Minnesota", MS: "Mississippi", MO: "Missouri", MT: "Montana", NE: "Nebraska", NV: "Nevada", NH: "New Hampshire", NJ: "New Jersey", NM: "New Mexico", NY: "New York",
  NC: "North Carolina", ND: "North Dakota", OH: "Ohio", OK: "Oklahoma", OR: "Oregon", PA: "Pennsylvania", PR: "Puerto Rico", RI: "Rhode Island", SC: "South Carolina", SD: "South Dakota",
  TN: "Tennessee", TX: "Texas", UT: "Utah", VT: "Vermont", VA: "Virginia", WA: "Washington", WV: "West Virginia", WI: "Wisconsin", WY: "Wyoming",
};
export const STATE_CHOICES = Object.entries(STATE_NAMES).map(([id, label]) => ({ id, label, detail: id }));

/** Four shades: the darker, the more provisions are held. */
export const depth = (count: number): 1 | 2 | 3 | 4 => count >= 11 ? 4 : count >= 8 ? 3 : count >= 5 ? 2 : 1;
const classOf = (count: number, isOn: boolean) => `t d${depth(count)}${isOn ? " on" : ""}`;
const says = (code: string, count: number) => `${code}, ${STATE_NAMES[code]}, ${count} ${count === 1 ? "provision" : "provisions"}`;

interface TilesProps { counts: Readonly<Record<string, number>>; chosen: readonly string[]; label: string }

/** A tile is pressed or not: where the practice sees patients. */
export function StatePicker({ counts, chosen, label, onToggle, isDisabled = false }: TilesProps & { onToggle: (code: string) => void; isDisabled?: boolean }) {
  return (
    <div className="tiles big" role="group" aria-label={label}>
      {MAP.map(({ code, area }) => <button key={code} type="button" disabled={isDisabled} className={classOf(counts[code] ?? 0, chosen.includes(code))} style={{ gridArea: area }} aria-pressed={chosen.includes(code)} aria-label={says(code, counts[code] ?? 0)} onClick={() => onToggle(code)}>{code}</button>)}
    </div>
  );
}

/** A tile leads to its state. */
export function StateMap({ counts, chosen, label, hrefOf }: TilesProps & { hrefOf: (code: string) => string }) {
  return <nav className="tiles big" aria-label={label}>{MAP.map(({ code, area }) => <MapTile key={code} code={code} area={area} count={counts[code] ?? 0} isOn={chosen.includes(code)} href={hrefOf(code)} />)}</nav>;
}

function MapTile({ code, area, count, isOn, href }: { code: string; area: string; count: number; isOn: boolean; href: string }) {
  return <a {...useLinkProps(href)} className={classOf(count, isOn)} style={{ gridArea: area }} aria-label={says(code, count)} {...(isOn ? { "aria-current": true } : {})}>{code}</a>;
}

/** The small map in the corner, one way to another state. */
export function SmallMap({ counts, chosen, href, name }: Omit<TilesProps, "label"> & { href: string; name: string }) {
  return (
    <a {...useLinkProps(href)} className="tiles small">
      <span className="vh">{name}</span>
      {MAP.map(({ code, area }) => <span key={code} className={classOf(counts[code] ?? 0, chosen.includes(code))} style={{ gridArea: area }} />)}
    </a>
  );
}

export const TilesKey = () => (
  <div className="tkey tiny muted"><span>Provisions held for each state</span><i className="d1" />1–4<i className="d2" />5–7<i className="d3" />8–10<i className="d4" />11 or more</div>
);
