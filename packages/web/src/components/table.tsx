import "./table.css";

interface Column<Row> {
  id: string;
  title: React.ReactNode;
  cell: (row: Row) => React.ReactNode;
  /** Figures are mono and stand at the right. */
  figures?: boolean;
  /** Names the row for readers; the first column unless told. */
  names?: boolean;
  width?: string;
}

interface TableProps<Row> {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** On a phone each row becomes a small card whose cells carry their column's title. */
export function Table<Row>({ caption, showCaption = false, columns, rows, keyOf }: TableProps<Row>) {
  const named = columns.find((column) => column.names)?.id ?? columns[0]?.id;
  return (
    <table className="table">
      <caption className={showCaption ? "label" : "vh"}>{caption}</caption>
      <thead><tr>{columns.map((column) => <th key={column.id} scope="col" className={column.figures ? "figures" : ""} style={column.width ? { width: column.width } : undefined}>{column.title}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => {
              const className = column.figures ? "figures mono" : "";
              const title = typeof column.title === "string" ? column.title : undefined;
              return column.id === named ? <th key={column.id} scope="row" className={className}>{column.cell(row)}</th> : <td key={column.id} className={className} data-title={title}>{column.cell(row)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rows with something to do at their end: keys, sessions, members. */
export function Rows({ label, children }: { label: string; children: React.ReactNode }) {
  return <ul className="rows-list" aria-label={label}>{children}</ul>;
}

export function Row({ lead, title, detail, actions }: { lead?: React.ReactNode; title: React.ReactNode; detail?: React.ReactNode; actions?: React.ReactNode }) {
  return <li>{lead}<div className="grow"><b>{title}</b>{detail ? <div className="small muted">{detail}</div> : null}</div>{actions ? <div className="row">{actions}</div> : null}</li>;
}
