import type { Db } from '../db/connection.ts'

const decimals = (most: 2 | 3) => `([.,][0-9][0-9]?${most === 3 ? '[0-9]?' : ''})?`
const year = '(19|20)[0-9][0-9]'
const month = '(0[1-9]|1[0-2])'
const day = '(0[1-9]|[12][0-9]|3[01])'

/** How values are written, as PostgreSQL's regular expressions; spaces around a value are no fault. */
const shapesWith = (digits: string) => ({
  money: `[+-]?${digits}${decimals(2)}`,
  price: `${digits}${decimals(2)}`,
  volume: `[+-]?${digits}${decimals(3)}`,
  period: `${year}-?${month}`,
  date: `(${day}\\.${month}\\.${year}|${year}-${month}-${day}|${year}${month}${day})`,
  method: '[APNR]',
})
type Shape = keyof ReturnType<typeof shapesWith>

/** Counting is dear in the look at a whole row: what is longer than `surelyShort` is looked at exactly. */
const quick = shapesWith('[0-9]+')
/** A longer number might overflow a bigint of kopiykas, alone or in a sum. */
const exact = shapesWith('[0-9]{1,12}')
/** A text of so many characters holds no number that is too long. */
export const surelyShort = 12

/** One value of a shape, for the look at a whole row: a number in it may be of any length. */
export const value = (of: Shape) => ` *(${quick[of]}) *`
/** The same, or nothing. */
export const valueOrNone = (of: Shape) => ` *(${quick[of]})? *`
/** A field that holds one value of a shape and nothing else; a number has twelve whole digits at most. */
export const exactly = (of: Shape) => `^ *(${exact[of]}) *$`
/** The same, or an empty field. */
export const exactlyOrNone = (of: Shape) => `^ *(${exact[of]})? *$`

/** What parts the values of a row that is looked at as a whole; no value holds it, for a file with it is refused. */
export const unit = '\u001f'
/** What parts the values that must be there from those that may be empty. */
export const group = '\u001e'

/** Makes the functions with which a well-formed text becomes a value; they are gone with the connection. */
export async function prepareFormats(db: Db): Promise<void> {
  await db.unsafe(`
    create or replace function pg_temp.decimal_of(text) returns numeric language sql immutable
      return replace(coalesce(nullif(btrim($1), ''), '0'), ',', '.')::numeric;
    create or replace function pg_temp.month_of(text) returns integer language sql immutable
      return left(btrim($1), 4)::integer * 12 + right(btrim($1), 2)::integer - 1;
    create or replace function pg_temp.first_day(integer) returns date language sql immutable
      return make_date($1 / 12, $1 % 12 + 1, 1);
    create or replace function pg_temp.day_of(text) returns date language plpgsql immutable as $$
      declare
        given text := btrim($1);
        digits text := replace(replace(given, '-', ''), '.', '');
      begin
        if given = '' then return null; end if;
        if given like '__.%' then digits := right(digits, 4) || substr(digits, 3, 2) || left(digits, 2); end if;
        return make_date(left(digits, 4)::integer, substr(digits, 5, 2)::integer, right(digits, 2)::integer);
      exception when datetime_field_overflow then return null; -- 31 February
      end $$;
    create or replace function pg_temp.uuid_of(text) returns uuid language sql immutable
      return case when btrim($1) ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then btrim($1)::uuid end;
    create or replace function pg_temp.clean(text) returns text language sql immutable
      return btrim(regexp_replace($1, '[[:space:]\\u00a0]+', ' ', 'g'));
    create or replace function pg_temp.sum_text(bigint) returns text language sql immutable
      return ($1 / 100.0)::numeric(20, 2)::text;
    create or replace function pg_temp.is_eic(text) returns boolean language sql immutable
      return $1 ~ '^[0-9A-Z-]{16}$' and strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-', right($1, 1)) - 1 = 36 - (
        (select sum((strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-', substr($1, place, 1)) - 1) * (17 - place))
         from generate_series(1, 15) place) + 36) % 37`)
}
