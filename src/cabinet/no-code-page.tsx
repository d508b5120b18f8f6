import { routes } from '../routes.ts'
import type { Face } from '../ui/face.ts'
import { StartLayout } from '../ui/start-layout.tsx'

/** No code waits in this browser: what one can do instead. */
export function NoCodePage({ face }: { face: Face }) {
  const { t } = face
  const { activation } = t.registration
  return (
    <StartLayout face={face} title={activation.noneTitle}>
      <h1>{activation.noneTitle}</h1>
      <p>{activation.none}</p>
      <p class="links">
        <a href={routes.register.to()}>{activation.toRegister}</a>
        <a href={routes.recover.to()}>{t.recovery.title}</a>
        <a href={routes.login.to()}>{activation.toSignIn}</a>
      </p>
    </StartLayout>
  )
}
