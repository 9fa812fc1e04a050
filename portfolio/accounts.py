"""Addresses of signing in and out and of the password; the names are Django's own, which its views expect."""

from django.contrib.auth import views
from django.urls import path

urlpatterns = [
    path("log-ind/", views.LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("log-ud/", views.LogoutView.as_view(), name="logout"),
    path("skift-adgangskode/", views.PasswordChangeView.as_view(), name="password_change"),
    path("skift-adgangskode/gjort/", views.PasswordChangeDoneView.as_view(), name="password_change_done"),
    path("glemt-adgangskode/", views.PasswordResetView.as_view(), name="password_reset"),
    path("glemt-adgangskode/sendt/", views.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path("ny-adgangskode/<uidb64>/<token>/", views.PasswordResetConfirmView.as_view(), name="password_reset_confirm"),
    path("ny-adgangskode/gjort/", views.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
]
