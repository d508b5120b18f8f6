/** Now. Passed in, so that a test can say what time it is. */
export type Clock = () => Date

/** So many bytes that nobody can guess. Passed in, so that a test can say which. */
export type Random = (size: number) => Uint8Array
