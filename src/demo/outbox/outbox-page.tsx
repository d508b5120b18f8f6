import { dateInKyiv, timeInKyiv } from '../../domain/period.ts'
import { spacedPhone } from '../../domain/phone.ts'
import type { Sms } from '../../outbox/newest.ts'
import { routes } from '../../routes.ts'
import { Document } from '../../ui/document.tsx'
import type { Face } from '../../ui/face.ts'
import { Footer } from '../../ui/footer.tsx'
import { Logo } from '../../ui/logo.tsx'

/** All phones of the demo in one: their messages, the newest on top. */
export function OutboxPage({ face, messages }: { face: Face; messages: readonly Sms[] }) {
  const { t } = face
  const path = routes.demoOutbox.to()
  return (
    <Document face={face} title={t.outbox.title} refreshAfter={5}>
      <header class="top">
        <div class="top-inner">
          <Logo face={face} />
        </div>
      </header>
      <main id="content" class="narrow" tabIndex={-1}>
        <h1>{t.outbox.title}</h1>
        <p class="hint">{t.outbox.explain}</p>
        <div
          id="messages"
          hx-get={path}
          hx-trigger="every 2s"
          hx-select="#messages"
          hx-target="#messages"
          hx-swap="outerHTML"
        >
          {messages.length === 0 && <p class="empty">{t.outbox.empty}</p>}
          <ol class="plain sms-list">
            {messages.map(message => (
              <li key={message.id} class="sms">
                <p class="sms-head">
                  {t.outbox.from} <b>{message.sender}</b>. {t.outbox.to}{' '}
                  <span class="sum">{spacedPhone(message.to)}</span>
                </p>
                <p>{message.text}</p>
                <p class="hint">
                  <time dateTime={message.sentAt.toISOString()}>
                    {t.months.dateDigits(dateInKyiv(message.sentAt))} {timeInKyiv(message.sentAt)}
                  </time>
                </p>
              </li>
            ))}
          </ol>
        </div>
      </main>
      <Footer face={face} />
    </Document>
  )
}
