// Goes on to the issuer, where the sign-out ends; without it a person presses the button.
document.getElementById("at-issuer").submit();
