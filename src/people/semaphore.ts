import { TooMany } from '../web/errors.ts'

/** Lets so many run at once and so many wait; beyond them TooMany. */
export function semaphore(atOnce: number, waiting: number) {
  let running = 0
  const queue: (() => void)[] = []
  return async function run<T>(act: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new TooMany(2)
      await new Promise<void>(resolve => queue.push(resolve)) // whoever ends hands its place on
    } else running++
    try {
      return await act()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
