/** What becomes of a request whose person is not signed in, or no longer. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { routes } from '../routes.ts'
import type { Texts } from '../texts/texts.ts'
import type { Face } from '../ui/face.ts'
import { fieldId } from '../ui/field.tsx'
import { StartLayout } from '../ui/start-layout.tsx'
import { typed, type Values } from '../web/form.ts'
import { seeOther, sendPage } from '../web/html.ts'
import { ownPath } from './own-path.ts'

interface Around {
  face: Face
  /** A session was held in this browser, and has ended. */
  ended: boolean
}

/**
 * Sends a person to sign in, and from there back to the page on which they were. What they had typed is kept by nobody:
 * it comes back on a page of its own (401), to be copied.
 */
export function sendToSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { face, ended }: Around,
): FastifyReply {
  const path = routes.login.to({ next: pageOf(request), ended: ended ? 1 : undefined })
  // A part of a page was asked for after the session's end: the whole page goes to sign in, not that part alone.
  if (request.headers['hx-request'] === 'true') return reply.header('hx-redirect', path).send('')
  const lost = request.method === 'GET' ? [] : typedTexts(face.t, typed(request.body))
  if (lost.length === 0) return seeOther(reply, path)
  return sendPage(reply, <SessionEndedPage face={face} lost={lost} signIn={path} />, 401)
}

/** The page itself, or the one on which its form stands, as far as the browser says so. */
function pageOf({ method, url, headers }: FastifyRequest): string | undefined {
  if (method === 'GET') return url
  const { referer, origin } = headers
  if (referer === undefined || !URL.canParse(referer)) return undefined
  const page = new URL(referer)
  if (page.origin !== origin) return undefined
  for (const passing of ['done', 'sent']) page.searchParams.delete(passing) // it was said already
  const path = ownPath(page.pathname + page.search)
  return path === routes.home.to() ? undefined : path
}

interface Lost {
  name: string
  label: string
  text: string
}

/** What a person wrote in words of their own: the fields are named here, so that no password or code can come along. */
function typedTexts(t: Texts, values: Values): Lost[] {
  const labels = {
    subject: t.contacts.subject,
    body: t.contacts.body,
    number: t.address.accountNumber,
    ownName: t.accounts.ownName,
    name: t.profile.name,
    phone: t.profile.newPhone,
  }
  return Object.entries(labels)
    .map(([name, label]) => ({ name, label, text: values[name] ?? '' }))
    .filter(({ text }) => text.trim() !== '')
}

function SessionEndedPage({ face, lost, signIn }: { face: Face; lost: readonly Lost[]; signIn: string }) {
  const words = face.t.signIn.sessionEnded
  return (
    <StartLayout face={face} title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.explained}</p>
      <p>{words.copy}</p>
      {lost.map(({ name, label, text }) => (
        <div key={name} class="field">
          <label for={fieldId(name)}>{label}</label>
          <textarea id={fieldId(name)} rows={name === 'body' ? 8 : 1} readOnly>
            {text}
          </textarea>
        </div>
      ))}
      <p>
        <a class="button" href={signIn}>
          {words.signIn}
        </a>
      </p>
    </StartLayout>
  )
}
