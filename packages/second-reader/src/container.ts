/** One file of named arrays: a line of JSON that says what lies where, then the bytes. */

export type Section = Int8Array | Uint32Array | Float32Array;

const KINDS = { i8: Int8Array, u32: Uint32Array, f32: Float32Array } as const;
type Kind = keyof typeof KINDS;

interface Place {
  name: string;
  kind: Kind;
  length: number;
  offset: number;
}

export function packSections(about: unknown, sections: Record<string, Section>): Uint8Array {
  let offset = 0;
  const places = Object.entries(sections).map(([name, values]): Place => {
    const place = { name, kind: kindOf(values), length: values.length, offset };
    offset += Math.ceil(values.byteLength / 4) * 4;
    return place;
  });
  const json = JSON.stringify({ about, places });
  const head = new TextEncoder().encode(json + " ".repeat((4 - (new TextEncoder().encode(json).length % 4)) % 4));
  const bytes = new Uint8Array(4 + head.length + offset);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  places.forEach((place) => {
    const values = sections[place.name]!;
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), 4 + head.length + place.offset);
  });
  return bytes;
}

export function unpackSections(bytes: Uint8Array): { about: unknown; section: <K extends Kind>(name: string, kind: K) => InstanceType<(typeof KINDS)[K]> } {
  const whole = new Uint8Array(bytes);
  const size = new DataView(whole.buffer).getUint32(0, true);
  const { about, places } = JSON.parse(new TextDecoder().decode(whole.subarray(4, 4 + size))) as { about: unknown; places: Place[] };
  const section = <K extends Kind>(name: string, kind: K): InstanceType<(typeof KINDS)[K]> => {
    const place = places.find((one) => one.name === name);
    if (place === undefined || place.kind !== kind) throw new Error(`The weights hold no ${kind} section “${name}”.`);
    return new KINDS[kind](whole.buffer, 4 + size + place.offset, place.length) as InstanceType<(typeof KINDS)[K]>;
  };
  return { about, section };
}

function kindOf(values: Section): Kind {
  if (values instanceof Int8Array) return "i8";
  return values instanceof Uint32Array ? "u32" : "f32";
}

/**
 * A weight in eight bits, by the root of its size: most weights are small, and even steps would round them away.
 * `most` is the largest weight there is.
 */
export function squeeze(weight: number, most: number): number {
  return Math.sign(weight) * Math.round(127 * Math.sqrt(Math.abs(weight) / most));
}

/** A weight again, as a share of the largest. */
export const shareOf = (small: number): number => (small * Math.abs(small)) / (127 * 127);

export const unsqueeze = (small: Int8Array): Float32Array => Float32Array.from(small, shareOf);
