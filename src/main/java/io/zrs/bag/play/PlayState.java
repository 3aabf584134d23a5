package io.zrs.bag.play;

/** What a player is at. */
public enum PlayState {
    /** It has not begun. */
    DELAYED,
    /** Time goes on. */
    RUNNING,
    /** Time stands still until somebody wants it to go on. */
    PAUSED,
    /** Nothing more comes, unless somebody goes back. */
    ENDED
}
