import { yearAndMonth } from '../../domain/period.ts'
import { cubicMetreDigits, litres, type Volume } from '../../domain/volume.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Year } from './years.ts'

/** Pixels from the top: where the highest bar ends and the lowest begins; the months stand under that. */
const plot = { top: 24, bottom: 156, height: 184 }

/** What the number under a bar that hangs down needs. */
const roomBelow = 16

/** A twelfth of the width, in percent: the picture is as wide as its place, and its letters keep their size. */
const step = 100 / 12

interface Bar {
  month: number
  volume: Volume
  top: number
  height: number
}

/**
 * A year's monthly volumes as bars; a recalculation below zero hangs down. It says nothing that the table under it
 * doesn't, so for a screen reader it is one picture with a name.
 */
export function VolumeChart({ t, year }: { t: Texts; year: Year }) {
  const words = t.statistics
  const { bars, zero } = barsOf(year)
  return (
    <figure class="chart card">
      <figcaption>{words.chart(year.year)}</figcaption>
      <svg width="100%" height={plot.height} role="img" aria-label={words.chartAlternative(year.year)}>
        {bars.map(({ month, volume, top, height }) => (
          <g key={month}>
            <rect
              class={volume < 0n ? 'bar bar-down' : 'bar'}
              x={percent(month - 0.82)}
              width={percent(0.64)}
              y={top}
              height={height}
              rx="2"
            />
            <text class="bar-value" x={percent(month - 0.5)} y={volume < 0n ? top + height + 12 : top - 5}>
              {cubicMetreDigits(wholeMetres(volume))}
            </text>
          </g>
        ))}
        <line class="axis" x1="0" x2="100%" y1={zero} y2={zero} />
        {words.shortMonths.map((name, at) => (
          <text key={name} x={percent(at + 0.5)} y={plot.height - 6}>
            {name}
          </text>
        ))}
      </svg>
      {bars.some(bar => bar.volume < 0n) && <p class="hint">{words.chartNegative}</p>}
    </figure>
  )
}

/** The bars to one scale, and where zero stands. */
function barsOf({ rows }: Year): { bars: Bar[]; zero: number } {
  const volumes = rows.map(row => Number(row.volume)) // pixels need no exactness
  const highest = Math.max(0, ...volumes)
  const lowest = Math.min(0, ...volumes)
  const bottom = lowest < 0 ? plot.bottom - roomBelow : plot.bottom
  const scale = (bottom - plot.top) / (highest - lowest || 1)
  const zero = bottom + lowest * scale
  const bars = rows.map(row => {
    const height = Math.abs(Number(row.volume)) * scale
    const top = row.volume < 0n ? zero : zero - height
    return {
      month: yearAndMonth(row.period).month,
      volume: row.volume,
      top: tenth(top),
      height: tenth(height),
    }
  })
  return { bars, zero: tenth(zero) }
}

const tenth = (pixels: number) => Math.round(pixels * 10) / 10

const percent = (months: number) => `${(months * step).toFixed(2)}%`

/** Rounded to whole m³, half away from zero: the table has the exact volume. */
const wholeMetres = (volume: Volume) => litres(((volume + (volume < 0n ? -500n : 500n)) / 1000n) * 1000n)
