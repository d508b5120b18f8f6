import { routes } from '../routes.ts'
import type { ErrorKind, ErrorPage } from '../web/errors.ts'
import { Document } from './document.tsx'
import type { Face } from './face.ts'
import { Footer } from './footer.tsx'
import { Logo } from './logo.tsx'
import { PhoneLink } from './phone-link.tsx'

/**
 * What a person sees when a page can't be shown: what happened, what to do, whom to call.
 */
export function errorPage(face: Face): ErrorPage {
  return (kind, { reference, retryAfter }) => (
    <Oops face={face} kind={kind} reference={reference} retryAfter={retryAfter} />
  )
}

interface OopsProps {
  face: Face
  kind: ErrorKind
  reference: string
  retryAfter: number | undefined
}

function Oops({ face, kind, reference, retryAfter }: OopsProps) {
  const { t, supplier } = face
  const { title, text } = t.errors[kind]
  return (
    <Document face={face} title={title}>
      <header class="top">
        <div class="top-inner">
          <Logo face={face} />
          <PhoneLink phone={supplier.phone} />
        </div>
      </header>
      <main id="content" class="narrow card" tabIndex={-1}>
        <h1>{title}</h1>
        <p>{text}</p>
        {retryAfter !== undefined && <p>{t.errors.retryIn(retryAfter)}</p>}
        {(kind === 'broken' || kind === 'busy') && <p class="hint">{t.errors.reference(reference)}</p>}
        <p>
          <a class="button" href={routes.home.to()}>
            {t.errors.toStart}
          </a>
        </p>
      </main>
      <Footer face={face} />
    </Document>
  )
}
