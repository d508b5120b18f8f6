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
      async (visit, _request, reply) => {
        const cards = visit.accounts.map(account => ({
          account,
          title: accountTitle(account, face),
          offer: paymentOffer(account, gateways),
        }))
        return sendPage(reply, <HomePage face={face} side={sideAccounts(visit, face)} cards={cards} />)
      },
      async (request, reply) =>
        sendPage(reply, <SignInPage face={face} ended={hadSession(cabinet, request)} />),
    ),
  )
}
