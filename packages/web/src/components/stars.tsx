import { IconStar, IconStarFilled } from "@tabler/icons-react";
import { Icon } from "./icon.tsx";
import "./stars.css";

export function Stars({ given, of = 5 }: { given: number; of?: number }) {
  return (
    <span className="stars" role="img" aria-label={`${given} of ${of} stars`}>
      {Array.from({ length: of }, (_, at) => at < given ? <Icon key={at} of={IconStarFilled} size={15} /> : <Icon key={at} of={IconStar} size={15} className="off" />)}
    </span>
  );
}
