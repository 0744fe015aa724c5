/** Room for more than what matters most: the queue needs this for the words of all five statuses. */
export const wide = '@media (min-width: 1760px)';
/** A small window, or 1280 pixels at 200 %: what stood side by side stands one above the other. */
export const narrow = '@media (max-width: 1023px)';
/** 1280 pixels at 400 %: nothing is held in place, and the whole page scrolls. */
export const tiny = '@media (max-width: 479px)';
/** A screen that is read from two metres: what is read from there is larger. */
export const roomy = '@media (min-width: 1600px)';
/** Where the system chooses all colours: states are then told by shape, outline and word. */
export const forcedColours = '@media (forced-colors: active)';
/** For the few things whose token is another one in the dark; forced colours come before it. */
export const inTheDark = <Style>(style: Style) => ({
  '@media (forced-colors: none)': { ':global([data-look="dark"])': style },
});
