import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface DataTableProps {
  /** What the rows are, for screen readers. */
  readonly label: string;
  readonly columns: readonly string[];
  /** The rows of the table: `Table.Tr`. */
  readonly children: ReactNode;
}

/** A table that scrolls sideways on small screens. The keyboard can scroll it as well. */
export function DataTable({ label, columns, children }: DataTableProps) {
  return (
    <div className="atrium-scroll" role="group" aria-label={label} tabIndex={0}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  );
}
