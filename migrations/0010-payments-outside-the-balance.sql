-- Payments that the closing balance of an account's last published month does not hold, and which are therefore taken
-- off what is due: those that the billing has not posted, and those that it has, but of a day after that month's end.
-- That a register names a payment says that the billing knows of it, and not that a balance published before does.

create view payments_outside_balance as
select payments.account_id, payments.id as payment_id, payments.amount
from payments
where payments.state = 'paid'
  and (
    payments.posted_at is null
    -- the day by which the billing puts a payment into a month: its register's, or else ours, by Kyiv's calendar
    or coalesce(
      (select greatest(paid_on, credited_on) from billing_payments where billing_payments.payment_id = payments.id),
      (payments.paid_at at time zone 'Europe/Kyiv')::date
    ) >= (
      select max(period) + interval '1 month' from ledger_rows where ledger_rows.account_id = payments.account_id
    )
  );
