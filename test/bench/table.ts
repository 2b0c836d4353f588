import type { Figure } from './measure.ts';

const HEAD = ['', 'ours', 'peer', 'unit', 'ratio', 'goal', 'met'];

/** @returns the figures as a table of plain text, numbers to three digits. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    HEAD,
    ...figures.map(({ name, ours, peer, unit, ratio, goal, met }) => [
      name,
      digits(ours),
      peer === null ? '–' : digits(peer),
      unit,
      ratio === null ? '–' : `${digits(ratio)} ×`,
      goal,
      met ? 'yes' : 'NO',
    ]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 || column === 3 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function digits(value: number): string {
  return value >= 1000
    ? Math.round(value).toLocaleString('en-US')
    : String(Number(value.toPrecision(3)));
}
