import type { FastifyInstance } from 'fastify'
import { paymentOffer } from '../../payments/offer.ts'
import { routes } from '../../routes.ts'
import { sendPage } from '../../web/html.ts'
import { accountTitle, type Cabinet, hadSession, sideAccounts, signedIn } from '../cabinet.ts'
import { SignInPage } from '../sign-in-page.tsx'
import { HomePage } from './home-page.tsx'

/** `/`: the start for those signed out, home for those signed in. */
export function home(app: FastifyInstance, cabinet: Cabinet): void {
  const { face, gateways } = cabinet

  app.get(
    routes.home.pattern,
    signedIn(
      cabinet,
      async (visit, request, reply) => {
        const { done } = request.query as { done?: unknown } // unknown is what anyone may send
        const cards = visit.accounts.map(account => ({
          account,
          title: accountTitle(account, face),
          offer: paymentOffer(account, gateways),
        }))
        const props = { face, side: sideAccounts(visit, face), cards, justRemoved: done === 'removed' }
        return sendPage(reply, <HomePage {...props} />)
      },
      async (request, reply) =>
        sendPage(reply, <SignInPage face={face} ended={hadSession(cabinet, request)} />),
    ),
  )
}
