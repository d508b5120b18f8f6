import type { Db } from '../db/connection.ts'

const decimals = (most: 2 | 3) => `([.,][0-9][0-9]?${most === 3 ? '[0-9]?' : ''})?`
const year = '(19|20)[0-9][0-9]'
const month = '(0[1-9]|1[0-2])'
const day = '(0[1-9]|[12][0-9]|3[01])'

/** How values are written, as PostgreSQL's regular expressions; spaces around a value are no fault. */
const shapes = {
  money: `[+-]?[0-9]+${decimals(2)}`,
  price: `[0-9]+${decimals(2)}`,
  volume: `[+-]?[0-9]+${decimals(3)}`,
  period: `${year}-?${month}`,
  date: `(${day}\\.${month}\\.${year}|${year}-${month}-${day}|${year}${month}${day})`,
  method: '[APNR]',
}
type Shape = keyof typeof shapes

/** One value of a shape. */
export const value = (of: Shape) => ` *(${shapes[of]}) *`
/** One value of a shape, or nothing. */
export const valueOrNone = (of: Shape) => ` *(${shapes[of]})? *`

/** What parts the values of a row that is looked at as a whole; no value holds it, for a file with it is refused. */
export const unit = '\u001f'
/** What parts the values that must be there from those that may be empty. */
export const group = '\u001e'

/** A longer number would overflow a bigint of kopiykas: twelve digits, a sign, a point and two or three decimals. */
export const longestNumber = 15

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
    create or replace function pg_temp.clean(text) returns text language sql immutable
      return btrim(regexp_replace($1, '[[:space:]\\u00a0]+', ' ', 'g'));
    create or replace function pg_temp.sum_text(bigint) returns text language sql immutable
      return ($1 / 100.0)::numeric(20, 2)::text;
    create or replace function pg_temp.is_eic(text) returns boolean language sql immutable
      return $1 ~ '^[0-9A-Z-]{16}$' and strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-', right($1, 1)) - 1 = 36 - (
        (select sum((strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-', substr($1, place, 1)) - 1) * (17 - place))
         from generate_series(1, 15) place) + 36) % 37`)
}
