/** Line icons on a grid of 24, drawn by stroke in the colour of the text beside them; they mean nothing to a reader's ear. */
const drawings = {
  home: 'M3 11.5 12 4l9 7.5M5.5 9.8V20h13V9.8M10 20v-6h4v6',
  statistics: 'M4 20V11M10 20V4M16 20v-6M3 20h18',
  profile: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  contacts: 'M4 6h16v12H4zM4 7l8 6 8-6',
  signOut: 'M14 4H5v16h9M10 12h11M17.5 8l4 4-4 4',
  add: 'M12 5v14M5 12h14',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  flame: 'M12 3c.5 3.5-5 6.5-5 11a5 5 0 0 0 10 0c0-2.5-1.5-4-2.5-5.5-.3 1.5-1 2.3-1.7 2.7C13 8.5 13 5 12 3Z',
}

export type IconName = keyof typeof drawings

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}
