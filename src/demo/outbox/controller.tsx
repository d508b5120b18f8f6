import type { FastifyInstance } from 'fastify'
import type { Sql } from '../../db/connection.ts'
import { newestSms } from '../../outbox/newest.ts'
import { routes } from '../../routes.ts'
import type { Face } from '../../ui/face.ts'
import { sendPage } from '../../web/html.ts'
import { OutboxPage } from './outbox-page.tsx'

/** So many of the newest are shown. */
const shown = 200

/** `/demo/outbox`: the SMS that would have gone to phones, as soon as they are queued. Demo mode alone registers it. */
export function demoOutbox(app: FastifyInstance, { db, face }: { db: Sql; face: Face }): void {
  app.get(routes.demoOutbox.pattern, async (_request, reply) =>
    sendPage(reply, <OutboxPage face={face} messages={await newestSms(db, shown)} />),
  )

  app.get(routes.demoOutboxJson.pattern, async () => {
    const messages = await newestSms(db, shown)
    return messages.map(({ to, text, sentAt }) => ({ to, text, sentAt: sentAt.toISOString() }))
  })
}
