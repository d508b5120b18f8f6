/** How often something may be tried: counted in fixed windows of time, in the database, for all processes together. */
import type { Config } from '../config.ts'
import type { Db } from '../db/connection.ts'
import { TooMany } from '../web/errors.ts'

export interface Limit {
  name: string
  /** So many tries at most in each window of so many minutes. */
  windows: readonly { minutes: number; most: number }[]
}

const hour = 60
const day = 24 * hour

/** Checks of a password, by phone. */
export const passwordChecks: Limit = {
  name: 'password-checks',
  windows: [
    { minutes: hour, most: 10 },
    { minutes: day, most: 30 },
  ],
}

/** Wrong passwords, by network address. Mobile operators put many people behind one, so it is no lower. */
export const wrongPasswords: Limit = {
  name: 'wrong-passwords',
  windows: [{ minutes: hour, most: 100 }],
}

/** SMS that somebody asked for, by the number they go to. */
export const smsToNumber: Limit = {
  name: 'sms-to-number',
  windows: [
    { minutes: 10, most: 3 },
    { minutes: hour, most: 5 },
    { minutes: day, most: 10 },
  ],
}

/** Counts an SMS that somebody asks for: by its number, by the asking address, and over all. Throws TooMany. */
export async function countSms(
  db: Db,
  config: Config,
  asked: { phone: string; address: string; now: Date },
): Promise<void> {
  const hourly = (name: string, most: number): Limit => ({ name, windows: [{ minutes: hour, most }] })
  await countTry(db, smsToNumber, asked.phone, asked.now)
  await countTry(db, hourly('sms-from-address', config.smsPerAddressHour), asked.address, asked.now)
  await countTry(db, hourly('sms-over-all', config.smsPerHour), '', asked.now)
}

/**
 * Counts one try of the subject. Throws TooMany with the seconds left, and counts nothing, where a window is full.
 * Call it on the pool, not inside the transaction whose failure it should outlive.
 */
export async function countTry(db: Db, limit: Limit, subject: string, now: Date): Promise<void> {
  const full = await db<{ until: Date }[]>`
    with windows as (${windowsOf(db, limit, now)}),
      full_ones as (
        select name from windows join limit_counts using (name, window_start)
        where subject = ${subject} and hits >= most
      ),
      counted as (
        insert into limit_counts (name, subject, window_start, hits)
        select name, ${subject}, window_start, 1 from windows where not exists (select from full_ones) order by name
        on conflict (name, subject, window_start) do update set hits = limit_counts.hits + 1
        returning name, hits
      )
    select until from windows
    where name in (select name from full_ones)
      -- tries at the very same moment: each sees what it has made of the count
      or exists (select from counted where counted.name = windows.name and hits > most)`
  refuse(full, now)
}

/** Throws TooMany where the subject's tries are used up; counts nothing. */
export async function refuseWhereFull(db: Db, limit: Limit, subject: string, now: Date): Promise<void> {
  const full = await db<{ until: Date }[]>`
    with windows as (${windowsOf(db, limit, now)})
    select until from windows join limit_counts using (name, window_start)
    where subject = ${subject} and hits >= most`
  refuse(full, now)
}

/** Takes one counted try back: it was no guess. */
export async function giveBackTry(db: Db, limit: Limit, subject: string, now: Date): Promise<void> {
  await db`
    with windows as (${windowsOf(db, limit, now)})
    update limit_counts set hits = hits - 1 from windows
    where limit_counts.name = windows.name and limit_counts.window_start = windows.window_start
      and subject = ${subject} and hits > 0`
}

function windowsOf(db: Db, { name, windows }: Limit, now: Date) {
  return db`
    select ${`${name}/`} || minutes as name, most, start as window_start, start + make_interval(mins => minutes) as until
    from unnest(${windows.map(window => window.minutes)}::int[], ${windows.map(window => window.most)}::int[])
        as asked (minutes, most),
      date_bin(make_interval(mins => minutes), ${now}::timestamptz, 'epoch'::timestamptz) as start`
}

function refuse(full: readonly { until: Date }[], now: Date): void {
  if (full.length === 0) return
  const until = Math.max(...full.map(window => window.until.getTime()))
  throw new TooMany((until - now.getTime()) / 1000)
}
