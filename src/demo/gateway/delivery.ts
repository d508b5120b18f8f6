import type { FastifyBaseLogger, FastifyInstance } from 'fastify'

/** Sends a callback by POST and gives the status of the answer. Throws where nobody answers. */
export type Deliver = (url: string, body: string) => Promise<number>

const headers = { 'content-type': 'application/x-www-form-urlencoded' }

/** Over HTTP, as a gateway does. */
export const deliverByHttp: Deliver = async (url, body) => {
  const signal = AbortSignal.timeout(5000)
  const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal })
  await answer.body?.cancel()
  return answer.status
}

/** Seconds between one try and the next. */
const waits = [1, 5, 25]

/**
 * Gives a function that sends a callback: it waits for the first try, and goes on in the background where that failed.
 * A shop that stays deaf, or a restart, loses the callback, as may happen with any gateway: the shop asks then.
 */
export function courier(app: FastifyInstance, deliver: Deliver): Courier {
  const waiting = new Set<NodeJS.Timeout>()
  let closed = false
  app.addHook('onClose', async () => {
    closed = true
    for (const timer of waiting) clearTimeout(timer)
  })
  const attempt = async (url: string, body: string, tries: number): Promise<void> => {
    if (await arrived(deliver, url, body, app.log)) return
    const wait = waits[tries]
    if (wait === undefined || closed) return
    const timer = setTimeout(() => {
      waiting.delete(timer)
      void attempt(url, body, tries + 1)
    }, wait * 1000)
    waiting.add(timer.unref())
  }
  return (url, body) => attempt(url, body, 0)
}

type Courier = (url: string, body: string) => Promise<void>

async function arrived(
  deliver: Deliver,
  url: string,
  body: string,
  log: FastifyBaseLogger,
): Promise<boolean> {
  try {
    const status = await deliver(url, body)
    if (status >= 200 && status < 300) return true
    log.warn({ status }, 'the demo gateway’s callback was refused')
  } catch (error) {
    log.warn({ err: error }, 'the demo gateway’s callback did not arrive')
  }
  return false
}
