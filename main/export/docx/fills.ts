/** Background of marked words by the colour of the mark; an underline has none. */
export const markFills = {
  yellow: 'FFE69A',
  green: 'C9E8BD',
  blue: 'C3DDF8',
  pink: 'F9CCD7',
  purple: 'DFD0F4',
  underline: null,
} as const;
