import type { FastifyInstance, FastifyReply } from 'fastify'
import { looksLikeMeterReadings } from '../../domain/meter-readings.ts'
import { countTry, type Limit } from '../../people/limits.ts'
import { routes } from '../../routes.ts'
import { emptyForm, type FilledForm, readForm, type Values } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import { type Cabinet, heldAccount, sideAccounts, signedIn, type Visit } from '../cabinet.ts'
import { unlessTooMany } from '../entrance.ts'
import { sendMessage } from './actions.ts'
import { ContactsPage, SignedOutContactsPage } from './contacts-page.tsx'
import { dsosOf } from './dsos.ts'
import { messageForm } from './form.ts'
import { messagesOf } from './queries.ts'

/** Messages that one person may send within an hour. */
const messagesPerHour = 10
const messageLimit: Limit = { name: 'messages', windows: [{ minutes: 60, most: messagesPerHour }] }

/** `/contacts`: where the supplier is and whom to call; POST `/messages` writes to it. */
export function contacts(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, db, clock } = cabinet
  const { t, supplier } = face

  app.get(
    routes.contacts.pattern,
    signedIn(
      cabinet,
      async (visit, request, reply) => {
        const query = request.query as Values // whatever stands there, it is only compared
        return show(visit, reply, {
          sent: query.sent === '1',
          missingAddress: query.about === 'missing-address',
        })
      },
      async (_request, reply) => sendPage(reply, <SignedOutContactsPage face={face} />),
    ),
  )

  app.post(
    routes.messages.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const submitted = readForm(messageForm(t), request.body)
      const missingAddress = submitted.values.about === 'missing-address'
      const back = (view: View, status: number) => show(visit, reply, { ...view, missingAddress }, status)
      if (!submitted.ok) return back({ form: submitted }, 422)

      const { subject, body, account, insisted } = submitted.value
      const accountId = account === '' ? null : heldAccount(visit, account).id
      const readings = looksLikeMeterReadings(subject, body)
      if (readings && !insisted)
        return back({ form: { values: submitted.values, faults: {} }, stopped: true }, 422)

      const personId = visit.person.id
      return unlessTooMany(
        reply,
        t,
        async () => {
          await countTry(db, messageLimit, String(personId), clock())
          await sendMessage(db, { personId, accountId, subject, body, insisted: readings, now: clock() })
          return seeOther(reply, routes.contacts.to({ sent: 1 }))
        },
        (_message, seconds) => {
          const faults = { '': t.contacts.tooMany(messagesPerHour, Math.ceil(seconds / 60)) }
          return back({ form: { values: submitted.values, faults } }, 429)
        },
      )
    }),
  )

  interface View {
    form?: FilledForm
    stopped?: boolean
    missingAddress?: boolean
    sent?: boolean
  }

  async function show(visit: Visit, reply: FastifyReply, view: View, status = 200): Promise<FastifyReply> {
    const { form = emptyForm, stopped = false, missingAddress = false, sent = false } = view
    const branches = visit.accounts.map(account => account.address.branch)
    return sendPage(
      reply,
      <ContactsPage
        face={face}
        side={sideAccounts(visit, face)}
        accounts={visit.accounts}
        dsos={dsosOf(supplier, branches)}
        messages={await messagesOf(db, visit.person.id)}
        form={form}
        stopped={stopped}
        missingAddress={missingAddress}
        sentFrom={sent ? visit.person.phone : null}
      />,
      status,
    )
  }
}
