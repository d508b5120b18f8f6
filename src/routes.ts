/**
 * The only table of addresses. Controllers register `pattern`; links, redirects and tests build a path with `to`.
 */

type Parameters<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name | keyof Parameters<`/${Rest}`>]: string | number }
  : P extends `${string}:${infer Name}.pdf`
    ? { [K in Name]: string | number }
    : P extends `${string}:${infer Name}`
      ? { [K in Name]: string | number }
      : unknown

type Query = Record<string, string | number | undefined>

export interface Route<P extends string> {
  readonly pattern: P
  /** The path with its parameters filled in, percent-encoded, and a query where one is given. */
  to(
    ...args: unknown extends Parameters<P> ? [query?: Query] : [parameters: Parameters<P>, query?: Query]
  ): string
}

function route<const P extends string>(pattern: P): Route<P> {
  const named = pattern.includes(':')
  return {
    pattern,
    to(...args: unknown[]) {
      const parameters = (named ? args[0] : {}) as Record<string, string | number>
      const query = (named ? args[1] : args[0]) as Query | undefined
      const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(String(parameters[name])),
      )
      const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
      return pairs.length === 0
        ? path
        : `${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`
    },
  }
}

export const routes = {
  /** Signed out: the start; signed in: home. */
  home: route('/'),
  register: route('/auth/register'),
  activate: route('/auth/activate'),
  activateAgain: route('/auth/activate/again'),
  login: route('/auth/login'),
  recover: route('/auth/recover'),
  recoverCode: route('/auth/recover/code'),
  recoverAgain: route('/auth/recover/code/again'),
  logout: route('/auth/logout'),

  accounts: route('/accounts'),
  addAccount: route('/accounts/add'),
  account: route('/accounts/:id'),
  accountName: route('/accounts/:id/name'),
  accountRemoval: route('/accounts/:id/removal'),
  invoice: route('/accounts/:id/invoices/:period.pdf'),

  statistics: route('/statistics'),

  payments: route('/payments'),
  payment: route('/payments/:id'),
  receipt: route('/payments/:id/receipt.pdf'),

  profile: route('/profile'),
  profileName: route('/profile/name'),
  profilePassword: route('/profile/password'),
  profilePhone: route('/profile/phone'),
  profilePhoneCode: route('/profile/phone/code'),
  profilePhoneAgain: route('/profile/phone/code/again'),

  contacts: route('/contacts'),
  messages: route('/messages'),

  /** Where a gateway tells outcomes: `/gateways/liqpay/callback`. */
  gatewayCallback: route('/gateways/:gateway/callback'),
  demoCheckout: route('/gateways/demo/checkout'),
  demoStyle: route('/gateways/demo/checkout.css'),
  demoApi: route('/gateways/demo/api/request'),

  demoOutbox: route('/demo/outbox'),
  demoOutboxJson: route('/demo/outbox.json'),
  demoAccountsJson: route('/demo/accounts.json'),

  healthz: route('/healthz'),
  readyz: route('/readyz'),
  asset: route('/assets/:file'),
}
