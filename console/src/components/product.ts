/** The name of the product. It is the same in all languages. */
export const PRODUCT = 'Atrium';
