"""Signing in and out, and the password. The names of the addresses are Django's own, which its views expect."""

from django.contrib.auth import forms, views
from django.urls import path

from portfolio.forms import DkfdsRenderer


class SignInForm(forms.AuthenticationForm):
    default_renderer = DkfdsRenderer


class ChangeForm(forms.PasswordChangeForm):
    default_renderer = DkfdsRenderer


class ForgottenForm(forms.PasswordResetForm):
    default_renderer = DkfdsRenderer


class NewPasswordForm(forms.SetPasswordForm):  # type: ignore[type-arg]  # generic in the stubs alone
    default_renderer = DkfdsRenderer


sign_in = views.LoginView.as_view(form_class=SignInForm, redirect_authenticated_user=True)
change = views.PasswordChangeView.as_view(form_class=ChangeForm)
forgotten = views.PasswordResetView.as_view(form_class=ForgottenForm)
new_password = views.PasswordResetConfirmView.as_view(form_class=NewPasswordForm)

urlpatterns = [
    path("log-ind/", sign_in, name="login"),
    path("log-ud/", views.LogoutView.as_view(), name="logout"),
    path("skift-adgangskode/", change, name="password_change"),
    path("skift-adgangskode/gjort/", views.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("glemt-adgangskode/", forgotten, name="password_reset"),
    path("glemt-adgangskode/sendt/", views.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path("ny-adgangskode/<uidb64>/<token>/", new_password, name="password_reset_confirm"),
    path("ny-adgangskode/gjort/", views.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
]
