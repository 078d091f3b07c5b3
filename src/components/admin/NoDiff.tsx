/** What only the server writes is no difference between two texts. */
export const NoDiff = () => null
