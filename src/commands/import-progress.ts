import type { WriteStream } from 'node:tty'
import type { Progress } from '../billing/options.ts'

const words = { reading: 'reading', checking: 'checking', publishing: 'publishing' } as const

/** Shows where an import is, in one line that is written over; nothing where no person sits at the terminal. */
export function progressOn(terminal: WriteStream): { show(progress: Progress): void; clear(): void } {
  let shown = false
  const show = (progress: Progress) => {
    if (!terminal.isTTY) return
    terminal.write(`\r\u001b[K${lineOf(progress)}`)
    shown = true
  }
  const clear = () => {
    if (shown) terminal.write('\r\u001b[K')
    shown = false
  }
  return { show, clear }
}

function lineOf(progress: Progress): string {
  if (progress.step === 'waiting') return 'Another import is running: waiting for it to end…'
  if (progress.step === 'rows') return `${progress.file}: ${progress.rows.toLocaleString('en')} rows read`
  return `${progress.file}: ${words[progress.step]}…`
}
