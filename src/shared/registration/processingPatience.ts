/** After so many minutes of Microsoft's processing, Reseal gives the registration up, and a person looks in Intune. */
export const PROCESSING_PATIENCE_MINUTES = 30;
