/** The types of a connection, as its statements are typed everywhere. */
import type postgres from 'postgres'

type Types = { bigint: bigint; day: string }

/** A pool of connections: statements, and `sql.begin(tx => …)` for a transaction. */
export type Sql = postgres.Sql<Types>
export type Transaction = postgres.TransactionSql<Types>
/** Either: for what runs alone as well as inside a transaction of its caller. */
export type Db = postgres.ISql<Types>
