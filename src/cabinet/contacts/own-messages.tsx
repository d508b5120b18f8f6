import { dateInKyiv, timeInKyiv } from '../../domain/period.ts'
import { spacedPhone } from '../../domain/phone.ts'
import type { Texts } from '../../texts/texts.ts'
import { Notice } from '../../ui/notice.tsx'
import type { SentMessage } from './queries.ts'

/** «Повідомлення надіслано», when, and what happens next. */
export function Sent({ t, message, phone }: { t: Texts; message: SentMessage; phone: string }) {
  const at = message.createdAt
  return (
    <Notice kind="good">
      <p>
        <strong>{t.contacts.sent}</strong> {t.contacts.sentAt(t.months.date(dateInKyiv(at)), timeInKyiv(at))}
      </p>
      <p>{t.contacts.sentNext(spacedPhone(phone))}</p>
    </Notice>
  )
}

/** What the person wrote to us, the newest first. */
export function OwnMessages({ t, messages }: { t: Texts; messages: readonly SentMessage[] }) {
  if (messages.length === 0) return null
  return (
    <section class="own-messages">
      <h2>{t.contacts.own}</h2>
      {messages.map(({ id, subject, body, createdAt, accountNumber }) => (
        <details key={id}>
          <summary>
            <time datetime={createdAt.toISOString()}>
              {t.months.dateDigits(dateInKyiv(createdAt))} {timeInKyiv(createdAt)}
            </time>{' '}
            {subject}
          </summary>
          {accountNumber !== null && <p class="hint">{t.contacts.aboutAccount(accountNumber)}</p>}
          <p class="message-text">{body}</p>
        </details>
      ))}
    </section>
  )
}
